import { causeGraph } from '../../causes/cause-graph.ts'
import type { Evidence, Sighting, WhatIfCause } from '../../model.ts'
import { itemsOf, keyOf } from './items.ts'

/**
 * Which held request led to what was stored after accept and is gone: the nearest one behind each thing that was stored,
 * by the calls on its stack, the answers and the redirects that were seen. What nobody can be seen to have set is left out.
 */
export function storedBecauseOf(
  { observations }: Evidence,
  sightings: readonly Sighting[],
  gone: readonly Sighting[],
  heldKeys: ReadonlySet<string>,
): readonly WhatIfCause[] {
  const stored = gone.filter(({ kind }) => kind !== 'request' && kind !== 'page-marks')
  if (stored.length === 0 || heldKeys.size === 0) return []
  const graph = causeGraph(observations.filter(({ journey }) => journey === 'accepted'))
  const heldAs = new Map(
    sightings
      .filter((each) => each.journey === 'accepted' && heldKeys.has(keyOf(each)))
      .flatMap((each) => each.observations.map((id) => [id, each])),
  )
  const nearest = (ids: readonly string[]): Sighting | null => {
    const queue = [...ids]
    const passed = new Set(queue)
    for (const at of queue) {
      if (passed.size > MOST_CAUSES) return null
      for (const { cause } of graph.behind(at)) {
        const held = heldAs.get(cause.id)
        if (held) return held
        if (cause.observation && !passed.has(cause.id)) {
          passed.add(cause.id)
          queue.push(cause.id)
        }
      }
    }
    return null
  }
  const by = Map.groupBy(
    stored.flatMap((each) => {
      const cause = nearest(each.observations)
      return cause ? [{ each, cause }] : []
    }),
    ({ cause }) => keyOf(cause),
  )
  return [...by.values()].flatMap((pairs) => {
    const [item] = itemsOf(pairs.map(({ cause }) => cause))
    return item ? [{ by: item, stored: itemsOf(pairs.map(({ each }) => each)) }] : []
  })
}

/** A hostile page must not hold us up. */
const MOST_CAUSES = 500
