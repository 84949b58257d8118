import type {
  BannerInterfaceFact,
  InterfaceControl,
  InterfaceToggle,
  Moment,
  ObservationOf,
  PrivacyControl,
  Stamp,
} from '../../scanner/model.ts'
import { banner } from './observations.ts'

/** One observation each of the banner as an interface; the rest is what is usual. Ids are given by `scene`. */

type Where = Partial<Omit<Stamp, 'state'>> & { readonly state?: Moment }

/** A first layer with two equal buttons, unless told otherwise. */
export function layer(given: Partial<BannerInterfaceFact> & Where = {}): ObservationOf<'banner-interface'> {
  return {
    ...stampOf({ state: 'choosing', journey: 'rejected', ...given }),
    kind: 'banner-interface',
    cmp: 'unknown',
    layer: 1,
    text: 'We use cookies',
    rect: { x: 0, y: 700, width: 1280, height: 200 },
    viewport: { width: 1280, height: 900 },
    viewportShare: 0.22,
    blocking: { modal: false, veiled: 0, scrollLocked: false },
    controls: [ACCEPT, REJECT],
    toggles: [],
    links: [],
    pictureSha256: null,
    ...given,
  }
}

export function control(given: Partial<InterfaceControl> = {}): InterfaceControl {
  return {
    text: 'OK',
    meaning: 'other',
    role: 'button',
    looks: 'button',
    rect: { x: 20, y: 840, width: 160, height: 40 },
    inView: true,
    fontSizePx: 16,
    fontWeight: 400,
    textColour: '#ffffff',
    background: '#003366',
    contrast: 12.6,
    fillContrast: 12.6,
    unknownBecause: null,
    border: null,
    underlined: false,
    focusPlace: 1,
    ...given,
  }
}

export const ACCEPT = control({ text: 'Accept all', meaning: 'accept' })
export const REJECT = control({ text: 'Reject all', meaning: 'reject', focusPlace: 2 })
export const SETTINGS = control({ text: 'Settings', meaning: 'settings', focusPlace: 3 })
export const SAVE = control({ text: 'Save', meaning: 'save' })

export function toggle(given: Partial<InterfaceToggle> = {}): InterfaceToggle {
  return {
    label: 'Marketing',
    isOn: true,
    isLocked: false,
    saysNecessary: false,
    saysLegitimateInterest: false,
    rect: { x: 20, y: 740, width: 40, height: 20 },
    ...given,
  }
}

export function offers(
  what: readonly PrivacyControl['what'][],
  where: Where & { readonly url?: string | null } = {},
): ObservationOf<'privacy-controls'> {
  const { url = null, ...stamp } = where
  return {
    ...stampOf(stamp),
    kind: 'privacy-controls',
    url: 'https://shop.lab.example/',
    controls: what.map((each) => ({
      what: each,
      text: each,
      url,
      isPinned: false,
      rect: { x: 10, y: 860, width: 100, height: 20 },
    })),
  }
}

export function kept(standard: string, raw: string, where: Where = {}): ObservationOf<'signal'> {
  return { ...stampOf(where), kind: 'signal', standard, raw, where: 'the page itself' }
}

function stampOf(where: Where): Stamp {
  const { id, run, journey, state, stepId, phase, at, utc } = banner(where)
  return { id, run, journey, state, stepId, phase, at, utc }
}
