import type {
  Category,
  ConsentState,
  Identification,
  Observation,
  ObservationKind,
  ObservationOf,
  Severity,
  Sighting,
  StateAssessment,
  Step,
  Wording,
} from '../model.ts'

/** One question a DPO asks of the evidence; the answer cites the observations it rests on. */
export interface Rule {
  /** `F01` ... as in the taxonomy of findings. */
  readonly id: string
  readonly title: string
  /** Clauses it bears on, in words fit for a report. */
  readonly law: readonly string[]
  readonly severity: Severity
  /** The states whose evidence it reads. */
  readonly states: readonly ConsentState[]
  /** `each`: a question about a state. `once`: about the site; asked in the first of `states` that was proven. */
  readonly asked: 'each' | 'once'
  /** The kinds of observation it is given; where one of them was not seen, it cannot pass. */
  readonly needs: readonly ObservationKind[]
  /** What holds when it passes: a clause that follows `Before any choice`. */
  readonly holds: Wording
  /** Drafts of what is wrong in this state; empty when nothing is. */
  evaluate(sightings: readonly Sighting[], context: RuleContext): Verdict
}

/** `not-applicable` says why the question does not arise, `unclear` why it cannot be answered. */
export type Verdict =
  readonly DraftFinding[] | { readonly outcome: 'not-applicable' | 'unclear'; readonly because: Wording }

/** Only what the rule declared, of one run of one proven state. */
export interface RuleContext {
  readonly state: ConsentState
  readonly run: number
  /** In the order of the funnel. */
  readonly steps: readonly Step[]
  readonly states: readonly StateAssessment[]
  /** Where the kinds the rule needs could not be seen. */
  readonly blindSpots: readonly BlindSpot[]
  readonly observations: readonly Observation[]
  /** How long things may live where the strictest of the legal orders asked counts; say `exceeds` in the draft. */
  readonly limits: Limits
  /** The visitor's choice in this journey, `null` where none was made. */
  readonly choice: ObservationOf<'choice'> | null
  /** All choices made in this run, whatever the journey: what refusing took can only be told beside what accepting took. */
  readonly choices: readonly ObservationOf<'choice'>[]
  /** The layers of the banner as they were measured in this run, in whatever journey, the first layer first. */
  readonly layers: readonly ObservationOf<'banner-interface'>[]
  observation(id: string): Observation | null
  effect(sighting: Sighting): Effect
  /** What the site declares, on whatever page and in whatever state it was read. */
  readonly declarations: readonly ObservationOf<'declaration'>[]
  /** What hosts of the site are aliases of: asked once in a scan, in whichever state a host was met first. */
  readonly aliases: readonly ObservationOf<'cname'>[]
  /** Addresses that were to be read for it. */
  readonly policies: readonly string[]
  /** Whose host this is when it stands by itself; `null` when nobody knows. */
  hostOwner(host: string): Identification | null
  /** What is known of a vendor beside what its sightings say. */
  vendor(id: string): VendorFacts
  /** Who brought it to the page: what an agency has to change. */
  bringer(sighting: Sighting): Bringer | null
  /** Sightings of another state in the same run, for comparisons; `null` unless that state was proven too. */
  sightingsIn(state: ConsentState): readonly Sighting[] | null
}

/** A part of a state that the evidence cannot speak of. */
export interface BlindSpot {
  readonly run: number
  readonly state: ConsentState
  readonly stepId: string
  readonly blinds: readonly ObservationKind[] | 'all'
  /** Begins with the label of the step. */
  readonly reason: string
}

export interface Limits {
  /** Days for which a choice may be kept before the visitor is asked again. */
  readonly choiceDays: number
  /** Days after which even an accepted tracker ends. */
  readonly trackerDays: number
}

export interface VendorFacts {
  /** ISO 3166, `null` when nobody wrote it down. */
  readonly country: string | null
  /** What the vendor's record calls it: `session-replay`, `payment`, `tag-management` ... */
  readonly kinds: readonly string[]
  /** `depends`: statistics and the like, which some legal orders exempt where they serve the site alone. */
  readonly consent: 'required' | 'exempt' | 'depends' | 'unknown'
  readonly saleOrShare: 'likely' | 'possible' | 'no' | 'unknown'
  /** What the record says of transfers to third countries. */
  readonly transfers: string | null
  /** What the vendor itself files under a label like "essential", and why our record does not. */
  readonly selfLabels: readonly { readonly label: string; readonly items: readonly string[]; readonly ours: string }[]
}

/**
 * What something seen did to the visitor's device. `late`: stored by the answer to a request sent before the choice,
 * which no refusal could have stopped. `cached`: answered by the browser itself, nothing left the machine.
 */
export type Effect = 'stored' | 'kept' | 'late' | 'deleted' | 'refused' | 'sent' | 'cached' | 'blocked' | 'present'

/** `name` is a container's id, or host and path of a script or page. */
export interface Bringer {
  readonly kind: 'container' | 'script' | 'page'
  readonly name: string
}

export interface DraftFinding {
  readonly vendorId: string | null
  /** Whom the finding is about: vendor, host, or the whole site (''). Part of the key. */
  readonly subject: string
  /** What makes two findings of one rule different besides subject and state; never a value, id or time. */
  readonly item: string
  readonly category: Category | null
  /** `unclear`: a person has to look at this one. */
  readonly outcome: 'fail' | 'unclear'
  /** `null`: the rule's own. */
  readonly severity: Severity | null
  readonly summary: Wording
  readonly fix: Wording
  /** Present where the law is open; the jurisdiction says which one counts, else the finding is `unclear`. */
  readonly readings: Readings | null
  /** Present where a legal order that allows longer has nothing to say. */
  readonly exceeds: Exceeds | null
  readonly stepIds: readonly string[]
  readonly evidence: readonly string[]
}

export interface Readings {
  readonly strict: Wording
  readonly tolerant: Wording
}

export interface Exceeds {
  readonly days: number
  readonly limit: keyof Limits
}
