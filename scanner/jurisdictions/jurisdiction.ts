import type { Severity } from '../model.ts'

/**
 * How one legal order weighs what was observed: data with dates and sources, never a verdict of its own. Where a key is
 * `F01 analytics` rather than `F01`, it holds for findings of that category only.
 */
export interface Jurisdiction {
  readonly id: string
  readonly title: string
  /** ISO date of the last review of the texts below. */
  readonly reviewed: string
  /** Rule -> severity, where it differs from the rule's own. */
  readonly severity: Readonly<Record<string, Severity>>
  /** Rule -> clauses, where they differ from the rule's own. */
  readonly law: Readonly<Record<string, readonly string[]>>
  /** Rules whose strict reading counts here; elsewhere a finding with two readings is `unclear`. */
  readonly strict: readonly string[]
  /** Rules that are settled elsewhere and have two readings here. */
  readonly open: Readonly<Record<string, OpenQuestion>>
  /** Rules -> why they are no question of this legal order. */
  readonly notAsked: Readonly<Record<string, string>>
  /** Days for which a choice and a tracker may live; guidance of the authorities, not statute. */
  readonly limits: { readonly choiceDays: number; readonly trackerDays: number }
  /** Rule -> sentence on how the question is open or settled here. */
  readonly notes: Readonly<Record<string, string>>
  /** What the above rests on; `unverified` in front where it was not read at its source. */
  readonly sources: readonly string[]
}

export interface OpenQuestion {
  readonly strict: string
  readonly tolerant: string
  /** `exemptable`: only of vendors whose own record says that consent depends on their use. */
  readonly of: 'all' | 'exemptable'
}
