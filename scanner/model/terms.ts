/** Words with a closed list of meanings, used by every other noun. */

/**
 * What the visitor has chosen. `scrolled` and `closed`: the page was scrolled, the banner closed, with no choice made.
 * `gpc`: nothing chosen, but Global Privacy Control on. `gated`: the what-if journey in which chosen vendors are held back.
 */
export type ConsentState =
  'no-choice' | 'scrolled' | 'closed' | 'rejected' | 'accepted' | AcceptedPart | 'withdrawn' | 'gpc' | 'gated'

/** Some categories accepted and the others refused. */
export type AcceptedPart =
  | 'accepted:functional'
  | 'accepted:analytics'
  | 'accepted:marketing'
  | 'accepted:functional+analytics'
  | 'accepted:functional+marketing'
  | 'accepted:analytics+marketing'

/** `choosing` covers a journey until its choice is proven: kept as evidence, never judged. */
export type Moment = ConsentState | 'choosing'

/** What the visitor is doing on the page when something is observed. */
export type Phase = 'load' | 'idle' | 'scroll' | 'input' | 'leave'

export type Category = 'necessary' | 'functional' | 'analytics' | 'marketing' | 'unclassified'
export type Party = 'first' | 'third' | 'first-disguised'
export type Severity = 'info' | 'low' | 'medium' | 'high' | 'critical'
export type Outcome = 'fail' | 'pass' | 'unclear' | 'not-applicable'
/**
 * What the visitor does about a banner. `accept-part` agrees to some categories and refuses the others, `withdraw` takes
 * an acceptance back, `close` puts the banner away without an answer.
 */
export type Choice = 'reject' | 'accept' | 'accept-part' | 'withdraw' | 'close'
/** A choice, and the categories agreed to by it, beside what is necessary. */
export interface Wish {
  readonly choice: Choice
  readonly allows: readonly Category[]
}
