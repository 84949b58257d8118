import type { Choice, ConsentState, Gap, Observation, ObservationKind, Severity, Sighting, StateAssessment, Step } from '../model.ts'

/** One question a DPO asks of the evidence; the answer cites the observations it rests on. */
export interface Rule {
  /** `F01` ... as in the taxonomy of findings. */
  readonly id: string
  readonly title: string
  /** Clauses it bears on, in words fit for a report. */
  readonly law: readonly string[]
  readonly severity: Severity
  /** The states whose evidence it reads; it is asked once per state. */
  readonly states: readonly ConsentState[]
  /** Without these kinds of observation it cannot pass. */
  readonly needs: readonly ObservationKind[]
  /** Drafts of what is wrong in this state; empty when nothing is. */
  evaluate(sightings: readonly Sighting[], context: RuleContext): Verdict
}

/** `not-applicable` says why the question does not arise, `unclear` why it cannot be answered. */
export type Verdict =
  | readonly DraftFinding[]
  | { readonly outcome: 'not-applicable' | 'unclear'; readonly because: string }

/** Only what the rule declared: the state it is asked about, and the observations its sightings cite. */
export interface RuleContext {
  readonly state: ConsentState
  readonly run: number
  readonly steps: readonly Step[]
  readonly states: readonly StateAssessment[]
  readonly gaps: readonly Gap[]
  readonly observations: readonly Observation[]
  /** Sightings of another state in the same run, for comparisons (refusal against acceptance). */
  sightingsIn(state: ConsentState): readonly Sighting[]
  readonly choice: Choice | null
}

export interface DraftFinding {
  readonly vendorId: string | null
  /** What makes two findings of one rule different besides vendor and state; never a value, id or time. */
  readonly item: string
  readonly severity?: Severity
  readonly summary: string
  readonly fix: string
  readonly stepIds: readonly string[]
  readonly evidence: readonly string[]
}
