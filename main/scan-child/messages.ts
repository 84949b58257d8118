import type { ScanErrorCode } from '../../scanner/errors.ts'
import type { CalibrationProgress, CalibrationResult } from '../../scanner/calibrate.ts'
import type { Plan, ScanEvent, StateAssessment, Wording } from '../../scanner/model.ts'

/** What a scan's process is told, and what it tells. Plain values: they cross a process boundary. */
export type ToChild = { readonly type: 'begin'; readonly job: Job } | { readonly type: 'stop' }

export type Job = ScanJob | CalibrationJob

export interface ScanJob {
  readonly kind: 'scan'
  /** `null` scans the funnel that comes with Tagtrail. */
  readonly plan: Plan | null
  /** Folder of the bundle; new or empty. */
  readonly out: string
  /** Address of the authority that is asked for the time of the seal; `null` asks none. */
  readonly timestampUrl: string | null
}

export interface CalibrationJob {
  readonly kind: 'calibration'
  /** One banner site alone; `null` measures everything. */
  readonly site: string | null
}

export type FromChild =
  /** The process is there and waits for its job. */
  | { readonly type: 'ready' }
  | { readonly type: 'plan'; readonly plan: Plan }
  | { readonly type: 'event'; readonly event: ScanEvent }
  | { readonly type: 'seen'; readonly seen: SeenSoFar }
  | { readonly type: 'note'; readonly text: string }
  | {
      readonly type: 'done'
      readonly headline: string
      readonly headlineWording: Wording | null
      readonly states: readonly Verdict[]
    }
  | { readonly type: 'calibrating'; readonly progress: CalibrationProgress }
  | { readonly type: 'calibrated'; readonly result: CalibrationResult }
  | {
      readonly type: 'failed'
      readonly code: ScanErrorCode | 'fault'
      readonly message: string
      readonly stack: string
    }

export type Verdict = Pick<StateAssessment, 'state' | 'verdict'>

/** What no event counts: read from the evidence as it grows. */
export interface SeenSoFar {
  readonly vendors: number
  readonly cookies: number
  readonly storage: number
  readonly picture: Picture | null
}

export interface Picture {
  readonly path: string
  readonly run: number
  readonly state: Plan['states'][number]
  readonly stepId: string
}
