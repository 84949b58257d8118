import type { Assessment, Blindness, BlindSide, ConsentState, Side } from '../model.ts'
import { blindnessAt, gapAt } from './blindness.ts'

/** What each of two scans could have seen, page by page and state by state. */
export interface Sight {
  /** Why this page in this state is not compared; empty where it is. */
  readonly blind: (state: ConsentState, stepId: string) => readonly BlindSide[]
  readonly isShared: (state: ConsentState, stepId: string) => boolean
  /** Why silence of this scan says nothing there. */
  readonly gap: (side: Side, state: ConsentState, stepId: string) => Blindness | null
}

export function sightOf(before: Assessment, after: Assessment): Sight {
  const scans = { before, after }
  const cells = new Map<string, readonly BlindSide[]>()
  const gaps = new Map<string, Blindness | null>()
  const blind: Sight['blind'] = (state, stepId) =>
    remembered(cells, `${state} ${stepId}`, () =>
      SIDES.flatMap((side) => {
        const blindness = blindnessAt(scans[side], state, stepId)
        return blindness === null ? [] : [{ side, blindness }]
      }),
    )
  return {
    blind,
    isShared: (state, stepId) => blind(state, stepId).length === 0,
    gap: (side, state, stepId) =>
      remembered(gaps, `${side} ${state} ${stepId}`, () => gapAt(scans[side], state, stepId)),
  }
}

export const SIDES: readonly Side[] = ['before', 'after']

function remembered<T>(known: Map<string, T>, key: string, make: () => T): T {
  const value = known.has(key) ? (known.get(key) as T) : make()
  known.set(key, value)
  return value
}
