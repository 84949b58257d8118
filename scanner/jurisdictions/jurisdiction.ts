import type { Severity } from '../model.ts'

/** How one legal order weighs what was observed: data with dates and sources, never a verdict of its own. */
export interface Jurisdiction {
  readonly id: string
  readonly title: string
  /** ISO date of the last review of the texts below. */
  readonly reviewed: string
  /** Rule id -> severity, where it differs from the rule's own. */
  readonly severity: Readonly<Record<string, Severity>>
  /** Rule id -> clauses, where they differ from the rule's own. */
  readonly law: Readonly<Record<string, readonly string[]>>
  /** Rule id -> note on how the question is open or settled here. */
  readonly notes: Readonly<Record<string, string>>
  readonly sources: readonly string[]
}
