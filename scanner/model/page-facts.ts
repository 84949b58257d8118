import type { StackFrame } from './network-facts.ts'
import type { Category, Choice } from './terms.ts'

/** The page, its banner, the choice made on it, and what else was noted there. */

/** The page a step ended on. */
export interface PageFact {
  readonly kind: 'page'
  readonly requestedUrl: string | null
  readonly url: string
  readonly status: number | null
  readonly title: string
  /** Whether the page went quiet before the step's limit. */
  readonly quiet: boolean
}

export interface BannerFact {
  readonly kind: 'banner'
  /** Identity of the CMP when known, else `unknown`. */
  readonly cmp: string
  readonly visible: boolean
  readonly text: string
  readonly buttons: readonly { readonly text: string; readonly meaning: ButtonMeaning; readonly layer: number }[]
}

export type ButtonMeaning = 'accept' | 'reject' | 'settings' | 'save' | 'acknowledge' | 'other'

export type StateVerdict = 'proven' | 'inconclusive' | 'no-banner' | 'not-offered'

/** The visitor's choice: what was clicked, and what shows that it took. */
export interface ChoiceFact {
  readonly kind: 'choice'
  readonly choice: Choice
  /** Categories agreed to, beside what is necessary. */
  readonly allows: readonly Category[]
  readonly verdict: StateVerdict
  /** In words: why this verdict, and what was missing when it is not `proven`. */
  readonly because: string
  readonly cmp: string | null
  readonly strategy: string | null
  /** 1 when the first layer of the banner was enough. */
  readonly layer: number | null
  readonly clicks: readonly Click[]
  /** How often the page had to be scrolled to reach what was clicked. */
  readonly scrolls: number
  /** Milliseconds from the first sight of the banner to the last click; `null` when nothing was clicked. */
  readonly tookMs: number | null
  readonly proof: readonly Proof[]
}

export interface Click {
  readonly x: number
  readonly y: number
  readonly text: string
  readonly meaning: ButtonMeaning
  readonly trusted: boolean
  /** Milliseconds since the run began. */
  readonly at: number
}

export type ProofKind =
  | 'trusted-click'
  | 'banner-gone'
  /** The CMP's own record, where it keeps it. */
  | 'stored-choice'
  /** What the CMP says of itself. */
  | 'cmp-state'
  /** A consent string of a standard: TCF, GPP, US Privacy. */
  | 'consent-string'
  /** What a vendor's tag was told. */
  | 'consent-signal'
  | 'storage-changed'

export interface Proof {
  readonly kind: ProofKind
  /** True when this signal says that the choice took, false when it contradicts. */
  readonly agrees: boolean
  readonly detail: string
}

/** A consent signal seen on the wire or in storage, decoded later. */
export interface SignalFact {
  readonly kind: 'signal'
  readonly standard: string
  readonly raw: string
  readonly where: string
}

export interface ScreenshotFact {
  readonly kind: 'screenshot'
  /** Path inside the bundle. */
  readonly path: string
  readonly sha256: string
  readonly of: 'step' | 'banner' | 'after-choice'
}

/** Calls of one API that can tell devices apart, by one document or worker on one step; the stack is the first call's. */
export interface ApiCallFact {
  readonly kind: 'api-call'
  readonly api: string
  readonly origin: string | null
  /** Exact up to 64; from then on at least that many. */
  readonly count: number
  readonly stack: readonly StackFrame[]
}
