import type { Sighting, WhatIfItem } from '../../model.ts'
import { steadyName } from '../../words.ts'

/** Names the same thing in both journeys. */
export function keyOf({ vendorId, host, kind, item }: Sighting): string {
  return [vendorId ?? host, kind, steadyName(item)].join('\n')
}

/** Sightings of the same thing as one item, with all of its steps. */
export function itemsOf(sightings: readonly Sighting[]): readonly WhatIfItem[] {
  const byKey = Map.groupBy(sightings, keyOf)
  return [...byKey.values()].flatMap((same) => {
    const [first] = same
    if (!first) return []
    const { vendorId, name, category, kind, item } = first
    const stepIds = [...new Set(same.map(({ stepId }) => stepId))]
    const observations = same.flatMap((each) => each.observations).slice(0, MOST_CITED)
    return [{ vendorId, name, category, kind, item: steadyName(item), stepIds, observations }]
  })
}

const MOST_CITED = 20
