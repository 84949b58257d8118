import type { ConsentState, Plan } from '../model.ts'
import { choiceOf } from '../states.ts'

/**
 * Index of the step at which a new visitor goes on for one whose browser died. A choice died with it and has to be made
 * again where the funnel asks for it; who only looks goes on at the nearest step that has an address.
 */
export function resumeAt({ steps }: Plan, state: ConsentState, diedAt: number): number {
  if (choiceOf(state) !== null) return 0
  return Math.max(
    0,
    steps.findLastIndex(({ go }, index) => index <= diedAt && go.kind === 'url'),
  )
}
