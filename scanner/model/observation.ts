import type { PageMarksFact } from './mark-facts.ts'
import type { DeclarationFact } from './declaration-facts.ts'
import type { RequestFact, SocketFact } from './network-facts.ts'
import type { CanarySeenFact, CnameFact, FilledFact } from './canary-facts.ts'
import type { BannerInterfaceFact, PrivacyControlsFact } from './banner-facts.ts'
import type { ApiCallFact, BannerFact, ChoiceFact, PageFact, ScreenshotFact, SignalFact } from './page-facts.ts'
import type { CookieFact, CookieWriteFact, StorageFact, StorageWriteFact } from './stored-facts.ts'
import type { ConsentState, Moment, Phase } from './terms.ts'
import type { PageErrorsFact, PlayersFact } from './working-facts.ts'

/** What was seen: a fact, and the stamp that says who, when and where. */

/** Who, when, where; put on every observation by the log, never by a collector. */
export interface Stamp {
  readonly id: string
  readonly run: number
  /** The consent state this journey was made for. */
  readonly journey: ConsentState
  /** The consent state that held at this moment. */
  readonly state: Moment
  readonly stepId: string
  readonly phase: Phase
  /** Milliseconds since this run of this journey began, monotonic clock. */
  readonly at: number
  /** ISO 8601, wall clock. */
  readonly utc: string
}

export type Observation = Stamp & Fact
export type ObservationOf<K extends Fact['kind']> = Stamp & Extract<Fact, { readonly kind: K }>
export type ObservationKind = Fact['kind']

export type Fact =
  | RequestFact
  | CookieWriteFact
  | CookieFact
  | StorageWriteFact
  | StorageFact
  | PageFact
  | BannerFact
  | ChoiceFact
  | SignalFact
  | ScreenshotFact
  | SocketFact
  | ApiCallFact
  | CanarySeenFact
  | FilledFact
  | CnameFact
  | PageMarksFact
  | BannerInterfaceFact
  | PrivacyControlsFact
  | DeclarationFact
  | PageErrorsFact
  | PlayersFact
