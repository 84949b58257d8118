import type { CDPSession, Page } from 'puppeteer-core'
import type { ButtonMeaning, Choice, Click, Proof } from '../model.ts'

/** A way to find and use a consent banner: a known CMP, a rule engine, or a reading of its words. */
export interface Cmp {
  readonly id: string
  /** Looks for a banner that is visible now; `null` when there is none this strategy knows. */
  detect(page: Page, hand: Hand): Promise<Detected | null>
  /** Makes the choice by trusted clicks. `null` when this banner offers no way to make it. */
  choose(page: Page, banner: Detected, choice: Choice, hand: Hand): Promise<Made | null>
  /** What the CMP itself says about the choice, read-only. */
  confirm(page: Page, choice: Choice, hand: Hand): Promise<readonly Proof[]>
}

export interface Detected {
  /** Name of the CMP, or `unknown`. */
  readonly cmp: string
  readonly text: string
  readonly buttons: readonly { readonly text: string; readonly meaning: ButtonMeaning; readonly layer: number }[]
  /** Strategy-private data needed by `choose`. */
  readonly handle: unknown
}

export interface Made {
  readonly clicks: readonly Click[]
  readonly layer: number
}

/** The visitor's hand: the only thing that may touch the page, and only by real input events. */
export interface Hand {
  /** Presses the mouse on the middle of a visible, unobscured, scrolled-to element; `null` when that is not possible. */
  press(element: ElementOnPage, meaning: ButtonMeaning): Promise<Click | null>
  readonly signal: AbortSignal
  /** Milliseconds since the run began. */
  now(): number
  /** Session of the page, for isolated worlds. */
  readonly session: CDPSession
}

/** A box in the coordinates of the main frame's viewport, in CSS pixels, with what it says. */
export interface ElementOnPage {
  readonly x: number
  readonly y: number
  readonly text: string
}
