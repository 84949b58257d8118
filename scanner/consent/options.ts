import type { LentEyes, PageEyes } from '../browser/eyes.ts'
import type { Cmp, Detected } from '../cmps/cmp.ts'
import type { Category, ConsentTargets } from '../model.ts'

export interface LookOptions {
  /** Milliseconds since the run began. */
  readonly now: () => number
  readonly signal: AbortSignal
  readonly lent?: LentEyes
  /** How long a banner may be late, in ms. */
  readonly bannerWaitMs?: number
  /** Whether a page that shows signs of a banner is waited for longer. */
  readonly isPatient?: boolean
  readonly strategies?: readonly Cmp[]
  /** Studies a layer of the banner as an interface, before anything on it is pressed. Reads, never touches. */
  readonly study?: (layer: BannerLayer) => Promise<void>
}

export interface ChoiceOptions extends LookOptions {
  /** Taken before the first click and after the last. */
  readonly screenshot: (of: 'banner' | 'after-choice') => Promise<void>
  /** Categories agreed to; without them all when accepting and none otherwise. */
  readonly allows?: readonly Category[]
  /** Where the operator says the way back is. */
  readonly targets?: ConsentTargets | null
}

/** One layer of a banner in front of the visitor. */
export interface BannerLayer {
  readonly layer: number
  /** The layer as the strategy saw it that reads banners: where it stands and what can be pressed on it. */
  readonly seen: Detected
  readonly eyes: PageEyes
}
