import type { ButtonMeaning } from './page-facts.ts'

/** The banner as an interface, measured as a visitor sees it, and what a page offers about privacy beside it. */

/** In CSS pixels of the page's viewport. */
export interface Rect {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** One layer of a banner, before anything on it was pressed. */
export interface BannerInterfaceFact {
  readonly kind: 'banner-interface'
  readonly cmp: string
  /** 1 is what the visitor meets, 2 what opening the settings brings up. */
  readonly layer: number
  readonly text: string
  /** The box a visitor takes for the banner; not the veil around it. */
  readonly rect: Rect
  readonly viewport: { readonly width: number; readonly height: number }
  /** How much of the viewport the box covers, from 0 to 1. */
  readonly viewportShare: number
  readonly blocking: Blocking
  /** In the order of the page. */
  readonly controls: readonly InterfaceControl[]
  readonly toggles: readonly InterfaceToggle[]
  readonly links: readonly LegalLink[]
  /** Of the picture of this layer; `null` when none could be taken. */
  readonly pictureSha256: string | null
}

/** What keeps the visitor from using the page while the banner is open. */
export interface Blocking {
  /** The browser itself holds the rest of the page back, or all of it is inert. Claims of a dialog alone do not count. */
  readonly modal: boolean
  /** Share of the points beside the banner that something of the banner lies over. */
  readonly veiled: number
  readonly scrollLocked: boolean
}

/** Something of the banner that can be pressed. */
export interface InterfaceControl {
  readonly text: string
  readonly meaning: ButtonMeaning
  /** What it is to browser and screen reader. */
  readonly role: 'button' | 'link'
  /** What it looks like: text alone, or a box around it. */
  readonly looks: 'button' | 'link'
  readonly rect: Rect
  /** Whether it can be seen without scrolling in the banner. */
  readonly inView: boolean
  readonly fontSizePx: number
  readonly fontWeight: number
  /** `#rrggbb`, with what shines through mixed in; `null` when that is unknown. */
  readonly textColour: string | null
  readonly background: string | null
  /** WCAG 2 contrast ratio of text and background, 1 to 21. */
  readonly contrast: number | null
  /** Ratio of its own fill and what it stands on: 1 when it has none. */
  readonly fillContrast: number | null
  /** Why a colour is unknown; `null` when none is. */
  readonly unknownBecause: string | null
  readonly border: { readonly widthPx: number; readonly colour: string | null } | null
  readonly underlined: boolean
  /** Place among what the keyboard reaches within the banner, from 1; `null` when it does not reach it. */
  readonly focusPlace: number | null
}

export interface InterfaceToggle {
  readonly label: string
  readonly isOn: boolean
  /** The visitor cannot turn it. */
  readonly isLocked: boolean
  /** The words say that it is for what needs no consent. */
  readonly saysNecessary: boolean
  readonly saysLegitimateInterest: boolean
  readonly rect: Rect
}

export interface LegalLink {
  readonly what: 'policy' | 'imprint' | 'vendors'
  readonly text: string
  readonly url: string | null
}

/** What a page offers about privacy while no banner is in the way. */
export interface PrivacyControlsFact {
  readonly kind: 'privacy-controls'
  readonly url: string
  readonly controls: readonly PrivacyControl[]
}

export interface PrivacyControl {
  /**
   * `consent` leads back to the choice about cookies, `opt-out` is "Do not sell or share", `choices` is "Your privacy
   * choices".
   */
  readonly what: 'consent' | 'opt-out' | 'choices' | 'limit-sensitive' | 'policy' | 'imprint'
  readonly text: string
  /** Address of another document it leads to; `null` when it does something here. */
  readonly url: string | null
  /** It stays in sight while the page is scrolled. */
  readonly isPinned: boolean
  readonly rect: Rect
}
