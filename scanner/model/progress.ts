import type { Gap } from './evidence.ts'
import type { ObservationKind } from './observation.ts'
import type { StateVerdict } from './page-facts.ts'
import type { ConsentState } from './terms.ts'

/** Progress of a running scan. */

export type ScanEvent =
  | {
      readonly type: 'started'
      readonly steps: readonly string[]
      readonly states: readonly ConsentState[]
      readonly runs: number
    }
  | { readonly type: 'step-started'; readonly run: number; readonly state: ConsentState; readonly stepId: string }
  | { readonly type: 'step-done'; readonly run: number; readonly state: ConsentState; readonly stepId: string }
  | { readonly type: 'observed'; readonly run: number; readonly state: ConsentState; readonly kind: ObservationKind }
  | { readonly type: 'choice'; readonly run: number; readonly state: ConsentState; readonly verdict: StateVerdict }
  | { readonly type: 'gap'; readonly gap: Gap }
