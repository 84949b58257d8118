/** Words with a closed list of meanings, used by every other noun. */

/** What the visitor has chosen. `gated` is the what-if journey in which chosen vendors are held back. */
export type ConsentState = 'no-choice' | 'rejected' | 'accepted' | 'withdrawn' | 'gpc' | 'gated'

/** `choosing` covers a journey until its choice is proven: kept as evidence, never judged. */
export type Moment = ConsentState | 'choosing'

/** What the visitor is doing on the page when something is observed. */
export type Phase = 'load' | 'idle' | 'scroll' | 'input' | 'leave'

export type Category = 'necessary' | 'functional' | 'analytics' | 'marketing' | 'unclassified'
export type Party = 'first' | 'third' | 'first-disguised'
export type Severity = 'info' | 'low' | 'medium' | 'high' | 'critical'
export type Outcome = 'fail' | 'pass' | 'unclear' | 'not-applicable'
export type Choice = 'reject' | 'accept'
