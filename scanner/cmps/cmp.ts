import type { BannerFact, ButtonMeaning, Click, Wish } from '../model.ts'

/** A way to find and use a consent banner: a known CMP, a rule engine, or a reading of its words. */
export interface Cmp {
  readonly id: string
  /** Looking costs next to nothing, so it may look again whenever the page changes. */
  readonly isCheap: boolean
  /** The operator said where the banner is: asked even where nothing looks like one. */
  readonly isTold?: boolean
  /** Looks for a banner that is visible now; `null` when there is none this strategy knows. */
  detect(eyes: Eyes): Promise<Detected | null>
  /** Makes the choice on a banner it detected itself, with nothing but the hand. What is withdrawn comes as a refusal. */
  choose(banner: Detected, wish: Wish, hand: Hand): Promise<Made>
}

export interface Detected {
  /** Name of the CMP, or `unknown`. */
  readonly cmp: string
  /** Empty when this strategy knows the banner without reading it. */
  readonly text: string
  readonly buttons: BannerFact['buttons']
  /** Where it stands on the page, when this strategy can point at it. */
  readonly place: ElementRef | null
  /** Strategy-private data needed by `choose`. */
  readonly handle: unknown
}

/** What became of the attempt; whether it took is proven elsewhere, never by the strategy. */
export type Made =
  | { readonly outcome: 'made'; readonly layer: number }
  /** The banner has no way to make this choice. */
  | { readonly outcome: 'not-offered'; readonly because: string }
  /** There seems to be a way, and it was not found or could not be pressed. */
  | { readonly outcome: 'failed'; readonly because: string }

/** What a visitor can see. Reads, never touches. */
export interface Eyes {
  readonly signal: AbortSignal
  /** Every frame of the page that is there now, cross-site ones too; the page itself first. */
  frames(): Promise<readonly Frame[]>
  /** Resolves true as soon as `check` holds, asked again whenever the page changes; false after `withinMs`. */
  until(check: () => Promise<boolean>, withinMs: number): Promise<boolean>
  /** Called whenever the page changes: its documents, frames, storage. */
  onChange(listener: () => void): () => void
  /** Messages our code in the frames sends with `tagtrailTell(text)`. */
  onTold(listener: (told: Told) => void): () => void
}

/** The visitor's hand: the only thing that may touch the page, and only by real input events. */
export interface Hand extends Eyes {
  /**
   * Presses the mouse on a visible, unobscured, scrolled-to point of the element. `null` when that is not possible, or
   * when the element says the opposite of the choice. `meaning` is what the strategy knows the element to mean; without
   * it the label alone decides.
   */
  press(element: ElementRef, meaning?: ButtonMeaning): Promise<Click | null>
  isVisible(element: ElementRef): Promise<boolean>
}

/** One document, with an isolated world of ours: the page sees nothing of it and cannot lie to it. */
export interface Frame {
  readonly id: string
  readonly url: string
  readonly isMain: boolean
  /**
   * Runs a self-contained function in our world of this frame; arguments and answer travel as JSON. Elements are kept
   * there in the array `tagtrailSeen`; their index is the key of an `ElementRef`. `null` when the document went away.
   */
  run<A extends readonly unknown[], R>(work: (...args: A) => R | Promise<R>, ...args: A): Promise<R | null>
  /** Runs the source of a script in our world; nothing when the document went away. */
  inject(source: string): Promise<void>
  /** Evaluates in the page's own world; only to read. */
  read(expression: string): Promise<unknown>
  /** Lets our world see into closed shadow roots: `tagtrailRoots` leads from a host to its root. */
  reveal(): Promise<void>
  /** False for a frame that is hidden or has no area. */
  isShown(): Promise<boolean>
}

export interface ElementRef {
  readonly frame: Frame
  readonly key: number
}

export interface Told {
  readonly frameId: string
  readonly text: string
}

/** What our isolated world keeps between calls; the page cannot see it. */
export interface OurWorld {
  tagtrailSeen?: Element[]
  tagtrailRoots?: WeakMap<Element, ShadowRoot>
  tagtrailTell?(text: string): void
}
