import type { ButtonMeaning, Choice } from '../model.ts'
import type { Cmp, Detected, ElementRef, Eyes, Frame, Hand, Made } from './cmp.ts'
import { look, type Control, type Sight } from './heuristic/look.ts'
import {
  isAgeGate,
  isClosing,
  promisesMore,
  readLabel,
  speaksOfConsent,
  speaksOfCookies,
  speaksOfPrivacy,
} from './words/meaning.ts'

/** Reads any banner as a visitor does: by what it says and where it stands. */
export const heuristic: Cmp = {
  id: 'heuristic',
  isCheap: true,
  async detect(eyes) {
    const [likeliest] = await bannersSeen(eyes)
    return likeliest ? described(likeliest, 1) : null
  },
  choose: (banner, choice, hand) => chooseOn(banner.handle as Banner, choice, hand, 1),
}

interface Button extends Control {
  readonly meaning: ButtonMeaning
  readonly all: boolean
}

interface Banner {
  readonly frame: Frame
  readonly sight: Sight
  readonly buttons: readonly Button[]
  readonly toggles: readonly Control[]
  readonly weight: number
}

const described = (banner: Banner, layer: number): Detected => ({
  cmp: 'unknown',
  text: banner.sight.text.slice(0, 2_000),
  buttons: banner.buttons
    .filter(({ meaning }) => meaning !== 'other')
    .map(({ label, meaning }) => ({ text: label, meaning, layer })),
  handle: banner,
})

/** Banners visible now, the most convincing first. */
async function bannersSeen(eyes: Eyes): Promise<readonly Banner[]> {
  const found = await Promise.all((await eyes.frames()).map(bannersIn))
  return found.flat().toSorted((a, b) => b.weight - a.weight || a.sight.text.length - b.sight.text.length)
}

/** A frame that went away while it was read has no banner. */
async function bannersIn(frame: Frame): Promise<readonly Banner[]> {
  const sights = (await frame.run(look, !frame.isMain)) ?? []
  const banners = sights.map((sight) => bannerOf(frame, sight)).filter((banner) => banner !== null)
  return banners.length > 0 && (await frame.isShown()) ? banners : []
}

/** Precision over recall: a page that is no banner must never be pressed. */
export function bannerOf(frame: Frame, sight: Sight): Banner | null {
  if (sight.fields.some((type) => NOT_CONSENT_FIELDS.has(type)) || isAgeGate(sight.text)) return null
  const controls = sight.controls.filter(({ isLocked }) => !isLocked)
  const buttons = controls
    .filter(({ kind }) => kind !== 'toggle')
    .map((control): Button => ({ ...control, ...readLabel(control.label) }))
  const toggles = sight.controls.filter(({ kind }) => kind === 'toggle')
  const has = (meaning: ButtonMeaning): boolean => buttons.some((button) => button.meaning === meaning)

  const isNamed = CONSENT_NAME.test(sight.name)
  const isAboutCookies = speaksOfCookies(sight.text)
  const isAboutPrivacy = speaksOfPrivacy(sight.text)
  const choices = Number(has('accept')) + Number(has('reject')) + Number(has('settings') || has('save'))
  const isBanner =
    (isAboutCookies && isAboutPrivacy && (choices > 0 || has('acknowledge'))) ||
    ((isAboutCookies || isNamed) && choices >= 2) ||
    (isNamed && speaksOfConsent(sight.text) && choices > 0 && has('acknowledge')) ||
    (isAboutCookies && isNamed && (choices > 0 || has('acknowledge') || toggles.length > 0)) ||
    (speaksOfConsent(sight.text) && sight.isDialog && has('settings') && choices >= 2)
  // Text of the page itself may speak of cookies too; only what calls itself a banner is one there.
  if (!isBanner || (!sight.standsOut && (!isNamed || choices === 0))) return null
  // A lone link to the settings, as pages keep in their footer, is a way back and no banner.
  if (!has('accept') && !has('reject') && !has('acknowledge') && !has('save') && toggles.length === 0) return null
  const weight =
    choices * 4 + (has('acknowledge') ? 1 : 0) + Number(isAboutCookies) * 2 + Number(isNamed) + Number(sight.isDialog)
  return { frame, sight, buttons, toggles, weight }
}

const NOT_CONSENT_FIELDS = new Set(['email', 'password', 'tel'])
const CONSENT_NAME = /cookie|consent|gdpr|dsgvo|rgpd|ccpa|\bcmp|cmp\b|privacy-?(banner|notice|manager|center)/i

async function chooseOn(banner: Banner, choice: Choice, hand: Hand, layer: number): Promise<Made> {
  const canSave = best(banner, 'save') !== null
  if (choice === 'reject' && layer > 1 && canSave) return refuseInSettings(banner, hand, layer)
  const button = choice === 'reject' ? best(banner, 'reject') : (best(banner, 'accept') ?? understood(banner))
  if (button) return pressed(banner, button, hand, layer)
  // A first layer with boxes to tick.
  if (choice === 'reject' && canSave && banner.toggles.length > 0) return refuseEach(banner, hand, layer)
  if (layer > 1) return { outcome: 'failed', because: `the settings offer no way to ${choice} that could be read` }
  return openSettings(banner, choice, hand)
}

/** "Reject all" may close the settings, or only turn every switch off; there may be a "Deny" for each service instead. */
async function refuseInSettings(banner: Banner, hand: Hand, layer: number): Promise<Made> {
  const rejects = banner.buttons.filter(({ meaning }) => meaning === 'reject')
  const forAll = rejects.filter(({ all }) => all)
  for (const { key, meaning } of forAll.length > 0 ? forAll.slice(0, 1) : rejects.slice(0, MOST)) {
    const element = { frame: banner.frame, key }
    if (!(await hand.press(element, meaning))) continue
    const isAway = async (): Promise<boolean> => !(await hand.isVisible(element))
    if (await hand.until(isAway, rejects.length > 1 ? SHORTLY_MS : REACTION_MS)) return { outcome: 'made', layer }
  }
  const now = (await sameBanner(banner, hand)) ?? banner
  return refuseEach(now, hand, layer)
}

/** The one that says "all", a button before a link, in the order of the banner. */
function best({ buttons }: Banner, meaning: string): Button | null {
  const fit = buttons.filter((button) => button.meaning === meaning)
  const score = ({ all, kind }: Button): number => Number(all) * 2 + Number(kind === 'button')
  return fit.toSorted((a, b) => score(b) - score(a))[0] ?? null
}

/** "OK" on a notice is all the acceptance it asks for; closing it is none. */
function understood({ buttons, ...banner }: Banner): Button | null {
  return best({ ...banner, buttons: buttons.filter(({ label }) => !isClosing(label)) }, 'acknowledge')
}

async function pressed(banner: Banner, button: Button, hand: Hand, layer: number): Promise<Made> {
  const element = { frame: banner.frame, key: button.key }
  const isAway = async (): Promise<boolean> => !(await hand.isVisible(element))
  if (await pressUntil(isAway, element, button.meaning, hand)) return { outcome: 'made', layer }
  return { outcome: 'failed', because: `"${button.label}" could not be pressed, or did nothing` }
}

/** A banner may show its buttons before they work: what did nothing is pressed again. */
async function pressUntil(
  check: () => Promise<boolean>,
  element: ElementRef,
  meaning: ButtonMeaning,
  hand: Hand,
): Promise<boolean> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    if (!(await hand.press(element, meaning))) return false
    if (await hand.until(check, REACTION_MS)) return true
  }
  return false
}

const ATTEMPTS = 3
const REACTION_MS = 1_500
const SHORTLY_MS = 300
/** Of buttons for single services. */
const MOST = 40

async function openSettings(banner: Banner, choice: Choice, hand: Hand): Promise<Made> {
  const opener = settingsOf(banner)
  if (!opener) return { outcome: 'not-offered', because: `the banner has no button to ${choice} and none for settings` }
  if (opener.leadsAway) return { outcome: 'failed', because: `"${opener.label}" leads to another page` }
  let layer2: Banner | null = null
  const isOpen = async (): Promise<boolean> => (layer2 = await secondLayer(hand, banner, choice)) !== null
  await pressUntil(isOpen, { frame: banner.frame, key: opener.key }, 'settings', hand)
  return layer2
    ? chooseOn(layer2, choice, hand, 2)
    : { outcome: 'failed', because: `"${opener.label}" opened nothing to ${choice} with` }
}

function settingsOf(banner: Banner): Button | null {
  const stays = { ...banner, buttons: banner.buttons.filter(({ leadsAway }) => !leadsAway) }
  const unclear = stays.buttons.find(({ kind, label }) => kind === 'button' && promisesMore(label))
  return best(stays, 'settings') ?? unclear ?? best(banner, 'settings')
}

/** What the settings button brought up: something to choose with that was not there before. */
async function secondLayer(eyes: Eyes, first: Banner, choice: Choice): Promise<Banner | null> {
  const wanted = choice === 'reject' ? ['reject', 'save'] : ['accept', 'save']
  const seen = await bannersSeen(eyes)
  const fit = seen.filter(({ buttons }) => buttons.some(({ meaning }) => wanted.includes(meaning)))
  return fit.find(({ frame, sight }) => frame.id !== first.frame.id || sight.text !== first.sight.text) ?? null
}

async function sameBanner({ frame, sight }: Banner, eyes: Eyes): Promise<Banner | null> {
  const seen = await bannersSeen(eyes)
  return seen.find((banner) => banner.frame.id === frame.id && banner.sight.key === sight.key) ?? null
}

/** Turns off every toggle that is on and may be turned off, makes sure of it, and saves. */
async function refuseEach(banner: Banner, hand: Hand, layer: number): Promise<Made> {
  const { frame } = banner
  for (const toggle of banner.toggles.filter(({ isOn, isLocked }) => isOn && !isLocked)) {
    const element = { frame, key: toggle.key }
    if (!(await frame.run(isStillOn, toggle.key))) continue
    if (!(await turnOff(element, hand))) {
      return { outcome: 'failed', because: `a switch of the settings ("${toggle.label}") could not be turned off` }
    }
  }
  const save = best(banner, 'save')
  return save ? pressed(banner, save, hand, layer) : { outcome: 'failed', because: 'the settings cannot be saved' }
}

async function turnOff(toggle: ElementRef, hand: Hand): Promise<boolean> {
  for (const key of (await toggle.frame.run(drawnAs, toggle.key)) ?? []) {
    if (!(await hand.press({ frame: toggle.frame, key }))) continue
    if (await hand.until(async () => !(await toggle.frame.run(isStillOn, toggle.key)), REACTION_MS)) return true
  }
  return false
}

/** Runs in the page, in our world. */
function isStillOn(key: number): boolean {
  const toggle = (globalThis as { tagtrailSeen?: Element[] }).tagtrailSeen?.[key]
  if (toggle instanceof HTMLInputElement) return toggle.isConnected && toggle.checked
  return toggle?.isConnected === true && toggle.getAttribute('aria-checked') === 'true'
}

/** Runs in the page, in our world: the toggle, and what is drawn in its place, as keys to try in order. */
function drawnAs(key: number): number[] {
  const seen = (globalThis as { tagtrailSeen?: Element[] }).tagtrailSeen ?? []
  const toggle = seen[key]
  if (!toggle) return []
  const labels = toggle instanceof HTMLInputElement ? [...(toggle.labels ?? [])] : []
  const around = [toggle.nextElementSibling, toggle.parentElement].filter((element) => element !== null)
  const isSmall = (element: Element): boolean => element.getBoundingClientRect().width < 200
  // Many inputs are shrunk to a pixel, or made see-through and laid over what is drawn.
  const canBePressed = (element: Element): boolean => {
    const { width, height } = element.getBoundingClientRect()
    return width >= 4 && height >= 4 && element.checkVisibility({ visibilityProperty: true })
  }
  const tries = [toggle, ...labels, ...around.filter(isSmall)].filter(canBePressed)
  return tries.map((element) => {
    const known = seen.indexOf(element)
    return known === -1 ? seen.push(element) - 1 : known
  })
}
