import type { Category, Wish } from '../../model.ts'
import type { Hand, Made } from '../cmp.ts'
import { categoryNamed, leadsToVendors, readLabel } from '../words/meaning.ts'
import { best, sameBanner, type Banner, type Button } from './banner.ts'
import type { Control } from './look.ts'
import { pressed, REACTION_MS, turn } from './pressing.ts'

/** Works through the settings of a banner: every switch, also those behind tabs and folds, then the button that saves. */

/** "Reject all" may close the settings, or only turn every switch off; there may be a "Deny" for each service instead. */
export async function refuseInSettings(banner: Banner, hand: Hand, layer: number): Promise<Made> {
  const rejects = banner.buttons.filter(({ meaning }) => meaning === 'reject')
  const forAll = rejects.filter(({ all }) => all)
  for (const { key, meaning } of forAll.length > 0 ? forAll.slice(0, 1) : rejects.slice(0, MOST)) {
    const element = { frame: banner.frame, key }
    if (!(await hand.press(element, meaning))) continue
    const isAway = async (): Promise<boolean> => !(await hand.isVisible(element))
    if (await hand.until(isAway, rejects.length > 1 ? SHORTLY_MS : REACTION_MS)) return { outcome: 'made', layer }
  }
  const now = (await sameBanner(banner, hand)) ?? banner
  return setEach(now, { choice: 'reject', allows: [] }, hand, layer)
}

/** "Accept all" may close the settings, or only turn every switch on. Orejime's window does that. */
export async function acceptInSettings(
  banner: Banner,
  { key, meaning }: Button,
  wish: Wish,
  hand: Hand,
  layer: number,
): Promise<Made> {
  const element = { frame: banner.frame, key }
  const isAway = async (): Promise<boolean> => !(await hand.isVisible(element))
  if ((await hand.press(element, meaning)) && (await hand.until(isAway, REACTION_MS))) return { outcome: 'made', layer }
  return setEach((await sameBanner(banner, hand)) ?? banner, wish, hand, layer)
}

/** Sets every switch to what was wished, makes sure of it, and saves. */
export async function setEach(banner: Banner, wish: Wish, hand: Hand, layer: number): Promise<Made> {
  const met = new Set<Category>()
  const opened = new Set<number>()
  let now = banner
  for (let part = 0; part < MOST; part++) {
    const stuck = await setVisible(now, wish, hand, met)
    if (stuck) return { outcome: 'failed', because: `a switch of the settings ("${stuck}") could not be set` }
    const next = now.openers.find((opener) => !opened.has(opener.key) && isWorthOpening(opener))
    if (!next) break
    opened.add(next.key)
    await hand.press({ frame: now.frame, key: next.key }, 'other')
    now = (await sameBanner(now, hand)) ?? now
  }
  const missing = wish.allows.filter((category) => !met.has(category))
  if (wish.choice === 'accept-part' && missing.length > 0) {
    return { outcome: 'not-offered', because: `the settings have no switch for ${missing.join(' and ')}` }
  }
  const save = best(now, 'save')
  return save ? pressed(now, save, hand, layer) : { outcome: 'failed', because: 'the settings cannot be saved' }
}

/** What a switch is called when it could not be set; `null` when all stand as wished. */
async function setVisible(banner: Banner, wish: Wish, hand: Hand, met: Set<Category>): Promise<string | null> {
  const { frame } = banner
  for (const toggle of banner.toggles.filter(({ isLocked }) => !isLocked)) {
    const category = categoryFor(toggle)
    const isWanted = wants(wish, category)
    if (category !== null) met.add(category)
    if (toggle.isOn !== isWanted && !(await turn({ frame, key: toggle.key }, isWanted, hand))) return nameOf(toggle)
  }
  for (const answers of questions(banner.radios)) {
    const category = answers.map(categoryFor).find((each) => each !== null) ?? null
    const isWanted = wants(wish, category)
    if (category !== null) met.add(category)
    const answer = answers.find(({ label, called }) => isWanted === isYes(label, called))
    if (answer && !answer.isOn && !(await turn({ frame, key: answer.key }, true, hand))) return nameOf(answer)
  }
  return null
}

/** Whoever accepts wants everything, whatever it is called. */
const wants = ({ choice, allows }: Wish, category: Category | null): boolean =>
  choice === 'accept' || (category !== null && allows.includes(category))

const nameOf = ({ label, about, called }: Control): string => label || about || called
const categoryFor = ({ label, about, called }: Control): Category | null =>
  [label, about, called.replaceAll(/[-_]/g, ' ')].map(categoryNamed).find((each) => each !== null) ?? null

/** Radio buttons that answer one question, by the name of their group, else by what they are about. */
function questions(radios: readonly Control[]): readonly (readonly Control[])[] {
  const free = radios.filter(({ isLocked }) => !isLocked)
  const groups = Map.groupBy(free, ({ called, about }) => about || called.replace(/\S+$/, ''))
  return [...groups.values()].filter((answers) => answers.length > 1)
}

/** `null` when it answers neither way. */
function isYes(label: string, called: string): boolean | null {
  const { meaning } = readLabel(label)
  if (meaning === 'accept') return true
  if (meaning === 'reject' || /^(off|aus|non|nej|nein|no)$/i.test(label.trim())) return false
  if (/^(on|an|ein)$/i.test(label.trim())) return true
  const value = called.split(' ').at(-1) ?? ''
  if (/^(1|yes|true|on|allow|accept|granted)$/i.test(value)) return true
  return /^(0|no|false|off|deny|reject|denied)$/i.test(value) ? false : null
}

const isWorthOpening = ({ label, leadsAway, isLocked }: Control): boolean =>
  !leadsAway && !isLocked && (leadsToVendors(label) || categoryNamed(label) !== null)

/** Of buttons and parts for single services. */
const MOST = 40
const SHORTLY_MS = 300
