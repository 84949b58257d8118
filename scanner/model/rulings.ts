/** What a person decided about a finding or a thing seen; kept apart from the evidence, printed beside it. */

export type Decision = 'compliant' | 'not-compliant' | 'to-be-decided' | 'accepted-risk'

export interface FindingRuling {
  /** Origin of the funnel: keys are the same in every scan of one site, not of two. */
  readonly site: string
  /** Key of a finding, or of a thing seen whatever its page and state. */
  readonly about: string
  /** `null`: the ruling before is taken back. */
  readonly decision: Decision | null
  /** Last day of an accepted risk, `2027-03-31`; `null` of any other decision. */
  readonly until: string | null
  readonly comment: string
  readonly by: string
  /** ISO 8601. */
  readonly at: string
}

/** A ruling that stands, on the day it is read. */
export interface StandingRuling extends FindingRuling {
  readonly decision: Decision
  /** Its last day is over: it is printed, and says so. */
  readonly expired: boolean
}
