import type { Category, Choice, ConsentState } from './model.ts'

/** The consent states in the order of reading, and what a visitor accepts and refuses in each. */

interface StateFacts {
  /** What was chosen last; `null` where the visitor chooses nothing. */
  readonly choice: Choice | null
  /** Categories the visitor has agreed to, beside what is necessary. */
  readonly allows: readonly Category[]
}

const ALL = ['functional', 'analytics', 'marketing'] as const
const nothing: StateFacts = { choice: null, allows: [] }
const refused: StateFacts = { choice: 'reject', allows: [] }
const accepted = (...these: readonly Category[]): StateFacts => ({ choice: 'accept', allows: these })

const FACTS: Readonly<Record<ConsentState, StateFacts>> = {
  'no-choice': nothing,
  scrolled: nothing,
  closed: nothing,
  rejected: refused,
  accepted: accepted(...ALL),
  'accepted:functional': accepted('functional'),
  'accepted:analytics': accepted('analytics'),
  'accepted:marketing': accepted('marketing'),
  'accepted:functional+analytics': accepted('functional', 'analytics'),
  'accepted:functional+marketing': accepted('functional', 'marketing'),
  'accepted:analytics+marketing': accepted('analytics', 'marketing'),
  withdrawn: refused,
  gpc: nothing,
  gated: accepted(...ALL),
}

export const CONSENT_STATES = Object.keys(FACTS) as readonly ConsentState[]

/** What the visitor of this state chose last; `null` where nothing is chosen. */
export function choiceOf(state: ConsentState): Choice | null {
  return FACTS[state].choice
}

/** Whether the visitor of this state agreed to this category; what is necessary needs no agreement. */
export function allows(state: ConsentState, category: Category): boolean {
  return category === 'necessary' || FACTS[state].allows.includes(category)
}

/** Whether the browser of this state's visitor sends Global Privacy Control. */
export function sendsGpc(state: ConsentState): boolean {
  return state === 'gpc'
}
