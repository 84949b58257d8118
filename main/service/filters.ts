import type { Category, Moment, ObservationKind, Observation, Party, Sighting } from '../../scanner/model.ts'
import { searchText } from './observation-rows.ts'

export interface Filter {
  readonly kinds: readonly ObservationKind[]
  readonly states: readonly Moment[]
  readonly stepIds: readonly string[]
  readonly runs: readonly number[]
  readonly vendorIds: readonly string[]
  readonly categories: readonly Category[]
  readonly parties: readonly Party[]
  readonly text: string
}

type SightingTest = (sighting: Sighting) => boolean

/** Sightings that fit; an empty list asks for nothing in particular. */
export function sightingFilter(filter: Filter): SightingTest {
  const isOf = ofClass(filter)
  const isAt = atPlace(filter)
  const wanted = filter.text.trim().toLowerCase()
  return (sighting) =>
    isAt(sighting) &&
    isOf(sighting) &&
    (wanted === '' || [sighting.item, sighting.host, sighting.name].some((text) => text.toLowerCase().includes(wanted)))
}

export interface ObservationFilter extends Filter {
  readonly ids: readonly string[]
}

export function observationFilter(
  filter: ObservationFilter,
): (seen: Observation, sighting: Sighting | undefined) => boolean {
  const isAt = atPlace(filter)
  const isOf = ofClass(filter)
  const asksClass = [filter.vendorIds, filter.categories, filter.parties].some(({ length }) => length > 0)
  const ids = new Set(filter.ids)
  const wanted = filter.text.trim().toLowerCase()
  return (seen, sighting) =>
    (ids.size === 0 || ids.has(seen.id)) &&
    isAt(seen) &&
    (!asksClass || (sighting !== undefined && isOf(sighting))) &&
    (wanted === '' || searchText(seen, sighting).includes(wanted))
}

type Placed = Pick<Observation, 'kind' | 'state' | 'stepId' | 'run'>

function atPlace({ kinds, states, stepIds, runs }: Filter): (what: Placed) => boolean {
  const [isKind, isState, isStep, isRun] = [oneOf(kinds), oneOf(states), oneOf(stepIds), oneOf(runs)]
  return ({ kind, state, stepId, run }) => isKind(kind) && isState(state) && isStep(stepId) && isRun(run)
}

function ofClass({ vendorIds, categories, parties }: Filter): SightingTest {
  const [isVendor, isCategory, isParty] = [oneOf(vendorIds), oneOf(categories), oneOf(parties)]
  return ({ vendorId, category, party }) =>
    (vendorIds.length === 0 || (vendorId !== null && isVendor(vendorId))) && isCategory(category) && isParty(party)
}

function oneOf<T>(values: readonly T[]): (value: T) => boolean {
  const known = new Set(values)
  return known.size === 0 ? () => true : (value) => known.has(value)
}
