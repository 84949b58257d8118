import type { Category, Choice, ConsentState, StateAssessment, Wish } from './model.ts'

/** The consent states in the order of reading, and what a visitor accepts and refuses in each. */

interface StateFacts {
  /** What was chosen last; `null` where the visitor chooses nothing. */
  readonly choice: Choice | null
  /** Categories the visitor has agreed to, beside what is necessary. */
  readonly allows: readonly Category[]
}

const ALL = ['functional', 'analytics', 'marketing'] as const
const nothing: StateFacts = { choice: null, allows: [] }
const accepted: StateFacts = { choice: 'accept', allows: ALL }
const partly = (...these: readonly Category[]): StateFacts => ({ choice: 'accept-part', allows: these })

const FACTS: Readonly<Record<ConsentState, StateFacts>> = {
  'no-choice': nothing,
  scrolled: nothing,
  closed: { choice: 'close', allows: [] },
  rejected: { choice: 'reject', allows: [] },
  accepted,
  'accepted:functional': partly('functional'),
  'accepted:analytics': partly('analytics'),
  'accepted:marketing': partly('marketing'),
  'accepted:functional+analytics': partly('functional', 'analytics'),
  'accepted:functional+marketing': partly('functional', 'marketing'),
  'accepted:analytics+marketing': partly('analytics', 'marketing'),
  withdrawn: { choice: 'withdraw', allows: [] },
  gpc: nothing,
  gated: accepted,
}

export const CONSENT_STATES = Object.keys(FACTS) as readonly ConsentState[]

/** What the visitor of this state chose last; `null` where nothing is chosen. */
export function choiceOf(state: ConsentState): Choice | null {
  return FACTS[state].choice
}

/** What the visitor of this state does, in order: what is withdrawn was accepted before. */
export function wishesOf(state: ConsentState): readonly Wish[] {
  const { choice, allows: agreed } = FACTS[state]
  if (choice === null) return []
  const last = { choice, allows: agreed }
  return choice === 'withdraw' ? [{ choice: 'accept', allows: ALL }, last] : [last]
}

/** Whether the visitor of this state agreed to this category; what is necessary needs no agreement. */
export function allows(state: ConsentState, category: Category): boolean {
  return category === 'necessary' || FACTS[state].allows.includes(category)
}

/** Whether the browser of this state's visitor sends Global Privacy Control. */
export function sendsGpc(state: ConsentState): boolean {
  return state === 'gpc'
}

/** Whether this run proved the state it was made for; of the others nothing is said. */
export function isProven(
  states: readonly StateAssessment[],
  { state, run }: { readonly state: string; readonly run: number },
): boolean {
  return states.some((each) => each.state === state && each.proven.includes(run))
}
