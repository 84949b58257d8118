/** What led to what: members of the ways that `causes/` finds in the evidence. */

/**
 * `read` is a call that tells devices apart, `canary` a value of our own visitor that turned up; whatever else a page
 * asks for is a `request`.
 */
export type CauseKind =
  'container' | 'document' | 'script' | 'request' | 'socket' | 'cookie' | 'storage' | 'read' | 'canary'

/** One link of the way to an observation. */
export interface Cause {
  readonly kind: CauseKind
  /** A container's id, an address, or the name of what was stored or called; as the page chose it. */
  readonly name: string
  /** Whose it is, as the assessment says. */
  readonly vendor: string | null
  /** `null` for code that nobody saw arriving. */
  readonly observationId: string | null
  readonly requestId: string | null
  /** Where in the link before. */
  readonly line: number | null
}
