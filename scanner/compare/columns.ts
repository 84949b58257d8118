import type { Assessment, CellChange, ComparedRow, ComparedState, ComparedStep } from '../model.ts'
import { CONSENT_STATES } from '../states.ts'
import type { Sight } from './sight.ts'

/** Steps of either scan in the order of the later one; one that is in the earlier only stands after what it followed there. */
export function comparedSteps(before: Assessment, after: Assessment): readonly ComparedStep[] {
  const steps: ComparedStep[] = after.steps.map((step) => ({
    ...step,
    in: before.steps.some(({ id }) => id === step.id) ? 'both' : 'after',
  }))
  for (const [index, step] of before.steps.entries()) {
    if (steps.some(({ id }) => id === step.id)) continue
    const previous = steps.findIndex(({ id }) => id === before.steps[index - 1]?.id)
    steps.splice(previous + 1, 0, { ...step, in: 'before' })
  }
  return steps
}

/** States of either scan, each with what the scans say of it and what became of its vendors. */
export function comparedStates(
  before: Assessment,
  after: Assessment,
  rows: readonly ComparedRow[],
): readonly ComparedState[] {
  const of = (scan: Assessment, state: string) => scan.states.find((each) => each.state === state) ?? null
  return CONSENT_STATES.map((state) => ({ state, before: of(before, state), after: of(after, state) }))
    .filter((each) => each.before !== null || each.after !== null)
    .map((each) => {
      const changes = rows.flatMap(({ states }) => states.filter(({ state }) => state === each.state))
      return { ...each, vendors: counts(changes.map(({ change }) => change)) }
    })
}

/** How many pages in states both scans saw, of those that either was to see. */
export function seenByBoth(
  states: readonly ComparedState[],
  steps: readonly ComparedStep[],
  { isShared }: Sight,
): { readonly both: number; readonly of: number } {
  const cells = states.flatMap(({ state }) => steps.map(({ id }) => isShared(state, id)))
  return { both: cells.filter((is) => is).length, of: cells.length }
}

function counts(changes: readonly CellChange[]): Readonly<Record<CellChange, number>> {
  const all = { new: 0, gone: 0, changed: 0, flapping: 0, same: 0, none: 0, 'not-compared': 0 }
  for (const change of changes) all[change]++
  return all
}
