import type { ButtonMeaning } from '../../model.ts'
import type { Detected, Eyes, Frame } from '../cmp.ts'
import {
  asksForMoney,
  isAgeGate,
  isClosing,
  promisesMore,
  readLabel,
  speaksOfConsent,
  speaksOfCookies,
  speaksOfPrivacy,
} from '../words/meaning.ts'
import { cmpCalled } from './names.ts'
import { look, type Control, type Sight } from './look.ts'

/** A banner as it was read: what it says, what can be pressed on it, and what that means. */
export interface Banner {
  readonly frame: Frame
  readonly sight: Sight
  readonly buttons: readonly Button[]
  /** Switches and boxes to tick. */
  readonly toggles: readonly Control[]
  readonly radios: readonly Control[]
  /** Tabs and folded parts. */
  readonly openers: readonly Control[]
  readonly weight: number
}

export interface Button extends Control {
  readonly meaning: ButtonMeaning
  readonly all: boolean
}

export const described = (banner: Banner, layer: number): Detected => ({
  cmp: cmpCalled(banner.sight.name),
  text: banner.sight.text.slice(0, 2_000),
  buttons: banner.buttons
    .filter(({ meaning }) => meaning !== 'other')
    .map(({ label, meaning }) => ({ text: label, meaning, layer })),
  place: { frame: banner.frame, key: banner.sight.key },
  handle: banner,
})

/** Banners visible now, the most convincing first. */
export async function bannersSeen(eyes: Eyes): Promise<readonly Banner[]> {
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
  const of = (...kinds: readonly Control['kind'][]): readonly Control[] =>
    sight.controls.filter(({ kind }) => kinds.includes(kind))
  const buttons = of('button', 'link')
    .filter(({ isLocked, label }) => !isLocked && !asksForMoney(label))
    .map((control): Button => ({ ...control, ...readLabel(control.label) }))
  const toggles = of('toggle')
  const radios = of('radio')
  const hasSwitches = toggles.length + radios.length > 0
  const has = (meaning: ButtonMeaning): boolean => buttons.some((button) => button.meaning === meaning)

  const isNamed = CONSENT_NAME.test(sight.name) || cmpCalled(sight.name) !== 'unknown'
  const isAboutCookies = speaksOfCookies(sight.text)
  const isAboutPrivacy = speaksOfPrivacy(sight.text)
  const choices = Number(has('accept')) + Number(has('reject')) + Number(has('settings') || has('save'))
  const isBanner =
    (isAboutCookies && isAboutPrivacy && (choices > 0 || has('acknowledge'))) ||
    ((isAboutCookies || isNamed) && choices >= 2) ||
    (isNamed && speaksOfConsent(sight.text) && choices > 0 && (has('acknowledge') || hasSwitches)) ||
    (isAboutCookies && isNamed && (choices > 0 || has('acknowledge') || hasSwitches)) ||
    (speaksOfConsent(sight.text) && sight.isDialog && has('settings') && choices >= 2) ||
    (isAboutCookies && isAboutPrivacy && sight.standsOut && closeOf(buttons) !== null) ||
    // Orejime never says "cookie"; what asks to accept, refuse or configure personal data can be nothing else.
    (sight.standsOut &&
      speaksOfConsent(sight.text) &&
      has('accept') &&
      (choices === 3 || (has('save') && hasSwitches))) ||
    // Klaro's own notice asks for "additional services" and no more.
    (sight.standsOut && CALLED_BANNER.test(sight.name) && (choices > 0 || has('acknowledge')))
  // Text of the page itself may speak of cookies too; only what calls itself a banner is one there.
  if (!isBanner || (!sight.standsOut && (!isNamed || choices === 0))) return null
  // A lone link to the settings, as pages keep in their footer, is a way back and no banner.
  const asks = has('accept') || has('reject') || has('acknowledge') || has('save') || hasSwitches
  if (!asks && closeOf(buttons) === null) return null
  const weight =
    choices * 4 + (has('acknowledge') ? 1 : 0) + Number(isAboutCookies) * 2 + Number(isNamed) + Number(sight.isDialog)
  return { frame, sight, buttons, toggles, radios, openers: of('opener'), weight }
}

const NOT_CONSENT_FIELDS = new Set(['email', 'password', 'tel'])
const CALLED_BANNER = /(cookie|consent|gdpr)s?[-_ ]?(notice|banner|bar|popup|modal|wall|dialog)/i
const CONSENT_NAME = /cookie|consent|gdpr|dsgvo|rgpd|ccpa|\bcmp|cmp\b|privacy-?(banner|notice|manager|center)/i

/** The one that says "all", a button before a link, in the order of the banner. */
export function best({ buttons }: Pick<Banner, 'buttons'>, meaning: ButtonMeaning): Button | null {
  const fit = buttons.filter((button) => button.meaning === meaning)
  const score = ({ all, kind }: Button): number => Number(all) * 2 + Number(kind === 'button')
  return fit.toSorted((a, b) => score(b) - score(a))[0] ?? null
}

/** "OK" on a notice is all the acceptance it asks for; closing it is none. */
export function understood({ buttons }: Banner): Button | null {
  return best({ buttons: buttons.filter(({ label }) => !isClosing(label)) }, 'acknowledge')
}

/** What puts the banner away without an answer. */
export function closeOf(buttons: readonly Button[]): Button | null {
  const silent = buttons.filter(
    ({ meaning, leadsAway }) => (meaning === 'acknowledge' || meaning === 'other') && !leadsAway,
  )
  return (
    silent.find(({ label }) => CROSS.test(label.trim()) || (isClosing(label) && label.length < 40)) ??
    silent.find(({ label, called }) => label.trim() === '' && /close|dismiss|schliess/i.test(called)) ??
    null
  )
}

const CROSS = /^[×✕✖✗✘⨯╳xX]$/

export function settingsOf({ buttons }: Banner): Button | null {
  const staying = buttons.filter(({ leadsAway }) => !leadsAway)
  const unclear = staying.find(({ kind, label }) => kind === 'button' && promisesMore(label))
  return best({ buttons: staying }, 'settings') ?? unclear ?? best({ buttons }, 'settings')
}

export async function sameBanner({ frame, sight }: Banner, eyes: Eyes): Promise<Banner | null> {
  const seen = await bannersSeen(eyes)
  return seen.find((banner) => banner.frame.id === frame.id && banner.sight.key === sight.key) ?? null
}
