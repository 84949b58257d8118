import type { Category, ConsentState, Outcome, Severity } from './terms.ts'

/** What became of a funnel between two scans. */

/**
 * `unsure`: on one side only, but the other scan could not have seen it. `flapping`: it came and went between the runs
 * of one scan, so that being gone, or being new, says little.
 */
export type Change = 'new' | 'fixed' | 'changed' | 'flapping' | 'unsure'

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
  readonly because: string
}

export interface FindingSide {
  readonly outcome: Outcome
  readonly severity: Severity
  readonly summary: string
  readonly stepIds: readonly string[]
  readonly seen: { readonly runs: number; readonly of: number }
}

/** A vendor, cookie, stored item or host that is on some pages of one scan and not of the other. */
export interface ItemChange {
  readonly change: 'new' | 'gone' | 'flapping' | 'changed'
  readonly what: 'vendor' | 'cookie' | 'storage' | 'host'
  readonly name: string
  readonly vendorId: string | null
  readonly category: Category
  readonly state: ConsentState
  /** Pages of both scans on which it differs. */
  readonly stepIds: readonly string[]
  /** What changed, where the item itself is on both sides; else empty. */
  readonly because: string
}

export interface ComparedScan {
  readonly name: string
  readonly site: string
  readonly startedAt: string
  readonly tool: string
  readonly knowledge: string
}

export interface Comparison {
  readonly before: ComparedScan
  readonly after: ComparedScan
  /** False when nothing of the two scans can be laid side by side; the lists are empty then. */
  readonly comparable: boolean
  /** In sentences: where the two scans differ in how they were made, and what that leaves open. */
  readonly differences: readonly string[]
  readonly findings: readonly FindingChange[]
  readonly items: readonly ItemChange[]
  /** Findings that are the same in both. */
  readonly unchanged: number
}
