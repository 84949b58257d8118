import type { OwnKnowledgeUsed, Mark, StateAssessment } from './assessment.ts'
import type { StateVerdict } from './page-facts.ts'
import type { StepRole } from './plan.ts'
import type { Category, ConsentState, Outcome, Party, Severity } from './terms.ts'
import type { Wording } from './wording.ts'

/** What became of a funnel between two scans. Why something is said stands in values: whoever shows it finds the words. */

export type Side = 'before' | 'after'

/**
 * `unsure`: on one side only, but the other scan could not have seen it. `flapping`: it came and went between the runs
 * of one scan, so that being gone, or being new, says little.
 */
export type Change = 'new' | 'fixed' | 'changed' | 'flapping' | 'unsure'

/** Why a scan could not have seen something. */
export type Blindness =
  | { readonly kind: 'no-such-state' }
  | { readonly kind: 'no-such-step' }
  | { readonly kind: 'unproven'; readonly verdict: StateVerdict; readonly because: string }
  /** Not reached, or answered with an error. */
  | { readonly kind: 'unseen-page'; readonly stepIds: readonly string[] }
  | { readonly kind: 'gap'; readonly because: string }
  | { readonly kind: 'rule-not-asked' }

export interface BlindSide {
  readonly side: Side
  readonly blindness: Blindness
}

export interface FindingChange {
  readonly change: Change
  readonly key: string
  readonly ruleId: string
  readonly title: string
  readonly state: ConsentState | null
  readonly vendorId: string | null
  readonly before: FindingSide | null
  readonly after: FindingSide | null
  /** What changed, or why nothing can be said. */
  readonly why: readonly FindingWhy[]
}

export interface FindingSide {
  readonly outcome: Outcome
  readonly severity: Severity
  readonly summary: string
  readonly stepIds: readonly string[]
  readonly seen: { readonly runs: number; readonly of: number }
}

export type FindingWhy =
  | ({ readonly kind: 'blind' } & BlindSide)
  | { readonly kind: 'some-runs'; readonly side: Side; readonly runs: number; readonly of: number }
  | { readonly kind: 'outcome'; readonly before: Outcome; readonly after: Outcome }
  | { readonly kind: 'severity'; readonly before: Severity; readonly after: Severity }
  | { readonly kind: 'new-on' | 'no-longer-on'; readonly stepIds: readonly string[] }

/** A vendor, cookie, stored item or host that is on some pages of one scan and not of the other. */
export interface ItemChange {
  readonly change: 'new' | 'gone' | 'flapping' | 'changed'
  readonly what: 'vendor' | 'cookie' | 'storage' | 'host'
  readonly name: string
  /** Names the vendor as a row of the matrix does. */
  readonly row: string
  readonly vendorId: string | null
  readonly vendorName: string
  readonly category: Category
  readonly state: ConsentState
  /** Pages of both scans on which it differs. */
  readonly stepIds: readonly string[]
  /** What changed, where the item itself is on both sides; else empty. */
  readonly why: readonly ItemWhy[]
}

export type ItemWhy =
  | { readonly kind: 'category'; readonly before: Category; readonly after: Category }
  /** Days; `null` for the session. */
  | { readonly kind: 'lifetime'; readonly before: number | null; readonly after: number | null }
  | { readonly kind: CookieTrait; readonly before: string; readonly after: string }

/** What a cookie says of itself beside its lifetime; who may read it, and when it is sent. */
export type CookieTrait = 'domain' | 'http-only' | 'secure' | 'same-site' | 'partitioned'

/** `none`: nothing of this vendor in either scan. `not-compared`: at least one of them could not have seen it. */
export type CellChange = 'new' | 'gone' | 'changed' | 'flapping' | 'same' | 'none' | 'not-compared'

/** A vendor in both scans; cells by state, then by step. */
export interface ComparedRow {
  /** Names this row in both scans. */
  readonly key: string
  readonly vendorId: string | null
  readonly name: string
  /** As the later scan has it, where it has it. */
  readonly category: Category
  /** `null` where it is the same. */
  readonly categoryBefore: Category | null
  readonly party: Party
  readonly disputed: boolean
  readonly change: CellChange
  /** What it comes to in each state: `new` and `gone` only where every page it was seen on was seen by both scans. */
  readonly states: readonly { readonly state: ConsentState; readonly change: CellChange }[]
  readonly cells: readonly ComparedCell[]
}

export interface ComparedCell {
  readonly state: ConsentState
  readonly stepId: string
  readonly change: CellChange
  readonly before: ComparedMark
  readonly after: ComparedMark
  /** Where it is on both sides: cookies, stored items and hosts that it used in one scan only. */
  readonly items: readonly CellItem[]
  /** Why it is not compared; empty where it is. */
  readonly blind: readonly BlindSide[]
}

export interface ComparedMark {
  readonly mark: Mark
  readonly alert: boolean
  /** Of the runs that proved the state, those in which it was there. */
  readonly seen: { readonly runs: number; readonly of: number }
  readonly observations: readonly string[]
}

export interface CellItem {
  readonly change: 'new' | 'gone' | 'flapping'
  readonly what: 'cookie' | 'storage' | 'host' | 'marks'
  readonly name: string
}

/** A band of the matrix; `null` where a scan did not make it. */
export interface ComparedState {
  readonly state: ConsentState
  readonly before: StateAssessment | null
  readonly after: StateAssessment | null
  /** Vendors by what became of them in this state. */
  readonly vendors: Readonly<Record<CellChange, number>>
}

export interface ComparedStep {
  readonly id: string
  readonly label: string
  readonly role: StepRole
  readonly in: 'both' | Side
}

export interface ComparedScan {
  readonly name: string
  readonly site: string
  readonly startedAt: string
  readonly tool: string
  readonly knowledge: string
}

/** By what both scans were judged alike. */
export interface ComparedBy {
  readonly knowledge: string
  readonly ownKnowledge: OwnKnowledgeUsed | null
  readonly jurisdictions: readonly string[]
  readonly rules: number
}

/** In what the two scans were made otherwise, and what that leaves open. */
export type Difference =
  | { readonly kind: DifferentSetting; readonly before: string; readonly after: string }
  | {
      readonly kind: 'unproven'
      readonly side: Side
      readonly state: ConsentState
      readonly verdict: StateVerdict
      readonly because: string
    }
  | { readonly kind: 'some-runs'; readonly side: Side; readonly state: ConsentState; readonly because: string }
  | { readonly kind: 'not-ended'; readonly side: Side }
  | { readonly kind: 'wrong-order' | 'judged-otherwise' }

export type DifferentSetting =
  | 'site'
  | 'steps'
  | 'states'
  | 'runs'
  | 'jurisdictions'
  | 'rules'
  | 'knowledge'
  | 'own-knowledge'
  | 'browser'
  | 'tool'
  | VisitorSetting

/** A site may answer otherwise for these, though it is the same. */
export type VisitorSetting =
  | 'language'
  | 'time-zone'
  | 'window'
  | 'third-party-cookies'
  | 'scrolling'
  | 'forms'
  | 'proxy'
  | 'address'
  | 'host-map'
  | 'clock'
  | 'gate'

export interface Comparison {
  readonly before: ComparedScan
  readonly after: ComparedScan
  /** False when nothing of the two scans can be laid side by side; the lists are empty then. */
  readonly comparable: boolean
  /** `null` when they were not judged alike: what changed may be the judgement then. */
  readonly judgedBy: ComparedBy | null
  readonly differences: readonly Difference[]
  readonly states: readonly ComparedState[]
  readonly steps: readonly ComparedStep[]
  /** Pages in states that both scans saw, of those that either was to see. */
  readonly seen: { readonly both: number; readonly of: number }
  /** By category, then by name. */
  readonly matrix: readonly ComparedRow[]
  readonly findings: readonly FindingChange[]
  readonly items: readonly ItemChange[]
  /** Findings that are the same in both. */
  readonly unchanged: number
  /** How sentences above are made, as `Assessment.wordings`. */
  readonly wordings: readonly Wording[]
}
