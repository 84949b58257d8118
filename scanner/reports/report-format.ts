import type { Assessment, Calibration, Cause, Environment, Gap, Observation, Plan, StandingRuling } from '../model.ts'

/** A way to write an assessment down: values in, text out; no disk, no clock, no browser. */
export interface ReportFormat {
  readonly id: string
  /** Without the dot. */
  readonly extension: string
  render(report: ReportInput): string
}

export interface ReportInput {
  readonly assessment: Assessment
  readonly plan: Plan
  readonly environment: Environment
  readonly observations: ReadonlyMap<string, Observation>
  /** By observation that a finding rests on: the way to it, from the page on, itself last. */
  readonly causes: ReadonlyMap<string, readonly Cause[]>
  readonly gaps: readonly Gap[]
  /** Path in the bundle -> `data:` URL, for self-contained reports. */
  readonly images: ReadonlyMap<string, string>
  /** What ties a printed report to its bundle; `null` when the bundle is not sealed. */
  readonly manifestSha256: string | null
  /** What people decided about this site, as it stands on the day of the report. */
  readonly rulings: readonly StandingRuling[]
  /** Fingerprint of the key that signed the evidence, for `tagtrail verify --key`; `null` when nobody did. */
  readonly sealedBy: string | null
  /** The last calibration of the instrument on this machine; `null` when there was none. */
  readonly calibration: Calibration | null
  /** In words: who vouches for the time of the seal; `null` when the bundle is not sealed. */
  readonly clock: string | null
}
