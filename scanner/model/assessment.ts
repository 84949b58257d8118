import type { Environment, Gap } from './evidence.ts'
import type { Fate } from './network-facts.ts'
import type { Proof, StateVerdict } from './page-facts.ts'
import type { StepRole } from './plan.ts'
import type { WhatIf } from './what-if.ts'
import type { Wording } from './wording.ts'
import type { Category, ConsentState, Moment, Outcome, Party, Severity } from './terms.ts'

/** What it means: classified, judged, laid out. */

/** Where a classification comes from, strongest first. */
export type Layer =
  'endpoint' | 'page-mark' | 'storage-name' | 'host' | 'cookie-facts' | 'owner' | 'site' | 'behaviour' | 'none'

/** What a request is for: fetching a vendor's code, sending it data, or something the visitor sees. */
export type Purpose = 'load' | 'collect' | 'content' | 'consent' | 'form'

/** Who something belongs to and what it is for; the answer of the knowledge base. */
export interface Identification {
  readonly vendorId: string | null
  readonly name: string
  readonly category: Category
  readonly disputed: boolean
  readonly purpose: Purpose | null
  readonly layer: Layer
  readonly source: string
  readonly confidence: 'certain' | 'probable' | 'indicative'
}

/** One item of one vendor on one step: all observations of the same cookie name, storage key or endpoint. */
export interface Sighting extends Identification {
  readonly id: string
  readonly run: number
  readonly state: Moment
  readonly journey: ConsentState
  readonly stepId: string
  readonly kind: 'request' | 'cookie-write' | 'cookie' | 'storage-write' | 'storage' | 'page-marks'
  /** Cookie name, storage key, or host and path; the same in every run. */
  readonly item: string
  readonly host: string
  readonly party: Party
  readonly identifier: boolean
  readonly lifetimeDays: number | null
  /** Of requests: the fates seen. */
  readonly fates: readonly Fate[]
  /** The user's lists that name the request or, of a third party's stored item, its whole host. They decide no category. */
  readonly lists: readonly string[]
  readonly observations: readonly string[]
}

/** One answer of one legal order; where its law is open there are two, `strict` and `tolerant`. */
export interface LegalReading {
  readonly jurisdiction: string
  readonly reading: 'settled' | 'strict' | 'tolerant'
  /** False of a reading that is held, but not followed here; where both count, a person has to decide. */
  readonly counts: boolean
  readonly outcome: Outcome
  readonly severity: Severity
  readonly law: readonly string[]
  /** Why it is read so; empty where there is nothing to add. */
  readonly note: string
}

export interface Finding {
  readonly ruleId: string
  /** Names the same finding in any scan of the same funnel: rule, state, vendor, item. */
  readonly key: string
  readonly outcome: Outcome
  readonly severity: Severity
  readonly title: string
  readonly summary: string
  readonly fix: string
  readonly law: readonly string[]
  readonly state: ConsentState | null
  readonly stepIds: readonly string[]
  readonly vendorId: string | null
  /** Of the runs that proved the state. */
  readonly seen: { readonly runs: number; readonly of: number }
  /** `stable`: seen in every one of them; `unrepeated`: there was one run only. */
  readonly stability: 'stable' | 'intermittent' | 'unrepeated'
  /** What it comes to under each legal order of the scan; outcome, severity and law above are those of the first. */
  readonly readings: readonly LegalReading[]
  readonly evidence: readonly string[]
}

/** `present`: its traces stand on the page, and nothing it did was seen. */
export type Mark = 'stored' | 'sent' | 'both' | 'present' | 'none' | 'blocked' | 'unseen'

export interface MatrixRow {
  readonly vendorId: string | null
  readonly name: string
  readonly category: Category
  readonly disputed: boolean
  readonly party: Party
  readonly longestLifetimeDays: number | null
  readonly firstStepId: string
  readonly cells: readonly MatrixCell[]
}

export interface MatrixCell {
  readonly state: ConsentState
  readonly stepId: string
  readonly mark: Mark
  /** True where the mark should not be: consent needed, and not given. */
  readonly alert: boolean
  readonly observations: readonly string[]
}

export interface StateAssessment {
  readonly state: ConsentState
  /** `proven` when some run proved it; only those are spoken of. */
  readonly verdict: StateVerdict
  readonly because: string
  readonly runs: number
  /** The runs that proved it, from 1. */
  readonly proven: readonly number[]
  readonly proof: readonly Proof[]
}

export interface Coverage {
  readonly visits: readonly {
    readonly run: number
    readonly state: ConsentState
    readonly stepId: string
    readonly visited: boolean
    readonly url: string | null
    readonly status: number | null
    readonly quiet: boolean
  }[]
  readonly gaps: readonly Gap[]
  readonly notCovered: readonly string[]
  readonly counts: {
    readonly requests: number
    readonly cookies: number
    readonly storage: number
    readonly vendors: number
  }
}

export interface Assessment {
  readonly scan: {
    readonly name: string
    readonly site: string
    readonly startedAt: string
    /** The first of them. */
    readonly jurisdiction: string
    readonly jurisdictions: readonly string[]
    readonly runs: number
    readonly ended: Environment['ended']
  }
  readonly states: readonly StateAssessment[]
  readonly steps: readonly { readonly id: string; readonly label: string; readonly role: StepRole }[]
  /** The answer in one sentence. */
  readonly headline: string
  readonly matrix: readonly MatrixRow[]
  readonly sightings: readonly Sighting[]
  readonly findings: readonly Finding[]
  /** Filled by attribution, which is not part of this version. */
  readonly attribution: null
  readonly coverage: Coverage
  /** `null` unless the states `accepted` and `gated` were both proven. */
  readonly whatIf: WhatIf | null
  readonly versions: {
    readonly tool: string
    readonly knowledge: string
    readonly browser: string
    readonly rules: readonly string[]
  }
  /** `null` when the user added nothing to what Tagtrail knows. */
  readonly ownKnowledge: OwnKnowledgeUsed | null
  /** How sentences above are made. One is the wording of the sentence it spells, letter for letter, and of no other. */
  readonly wordings: readonly Wording[]
}

/** What the user added to what Tagtrail knows, and how much it was. */
export interface OwnKnowledgeUsed {
  /** Folder or file, absolute. */
  readonly path: string
  readonly vendors: number
  readonly categories: number
  readonly lists: readonly { readonly name: string; readonly rules: number }[]
}
