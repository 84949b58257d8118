import type { Observation, Sighting } from '../../scanner/model.ts'
import { category, moment, phase } from '../../scanner/store/schemas/words.ts'
import { observationKind } from '../../scanner/store/schemas/gap.ts'
import type { ObservationOrder } from '../contract.ts'
import { detailOf, titleOf } from '../service/observation-rows.ts'
import type { OpenedEvidence } from '../service/opened-scans.ts'

/** All observations in the wanted order, the same on every call. What a column has nothing about comes last both ways, and
 *  whatever it cannot tell apart stays in the order of time. */
export function ordered(evidence: OpenedEvidence, order: ObservationOrder): readonly Observation[] {
  const known = latest.get(evidence) ?? new Map<string, readonly Observation[]>()
  latest.set(evidence, known)
  const name = `${order.by} ${order.isDescending}`
  const there = known.get(name) ?? sorted(evidence, order)
  known.delete(name)
  known.set(name, there)
  for (const old of [...known.keys()].slice(0, -MOST_ORDERS)) known.delete(old)
  return there
}

/** Each holds a place for every observation; the order of time is one of them most of the time. */
const MOST_ORDERS = 3
const latest = new WeakMap<OpenedEvidence, Map<string, readonly Observation[]>>()

function sorted(evidence: OpenedEvidence, { by, isDescending }: ObservationOrder): readonly Observation[] {
  if (by === 'at') {
    // A request stands in the log when it was answered, and is told when it was sent.
    const inTime = evidence.observations.toSorted((a, b) => (a.utc < b.utc ? -1 : a.utc > b.utc ? 1 : a.at - b.at))
    return isDescending ? inTime.toReversed() : inTime
  }
  const inTime = ordered(evidence, { by: 'at', isDescending: false })
  const places = placesBy(by, inTime, evidence)
  const turn = isDescending ? -1 : 1
  return inTime
    .map((seen, index) => ({ seen, place: places[index] ?? null }))
    .toSorted((a, b) => {
      if (a.place === null || b.place === null) return Number(a.place === null) - Number(b.place === null)
      return turn * (a.place - b.place)
    })
    .map(({ seen }) => seen)
}

type Places = readonly (number | null)[]

function placesBy(by: Exclude<ObservationOrder['by'], 'at'>, all: readonly Observation[], of: OpenedEvidence): Places {
  const whose = ({ id }: Observation): Sighting | undefined => of.sightingOf.get(id)
  switch (by) {
    case 'state':
      return all.map(placeIn([...moment.options], ({ state }) => state))
    case 'step':
      return all.map(
        placeIn(
          of.plan.steps.map(({ id }) => id),
          ({ stepId }) => stepId,
        ),
      )
    case 'phase':
      return all.map(placeIn([...phase.options], (seen) => seen.phase))
    case 'kind':
      return all.map(placeIn([...observationKind.options], ({ kind }) => kind))
    case 'category':
      return all.map(placeIn([...category.options].toReversed(), (seen) => whose(seen)?.category ?? null))
    case 'vendor':
      return ranks(all.map((seen) => whose(seen)?.name ?? null))
    case 'title':
      return ranks(all.map(titleOf))
    case 'detail':
      return ranks(all.map(detailToSort))
  }
}

/** `365 days` comes after `1 hour`, and a cookie of the session before both. */
function detailToSort(seen: Observation): string {
  if (seen.kind !== 'cookie' && seen.kind !== 'cookie-write') return detailOf(seen)
  return `${seen.lifetimeDays ?? 0} ${detailOf(seen)}`
}

function placeIn<T extends string>(words: readonly T[], wordOf: (seen: Observation) => T | null) {
  const places = new Map(words.map((word, place) => [word, place]))
  return (seen: Observation): number | null => {
    const word = wordOf(seen)
    return word === null ? null : (places.get(word) ?? words.length)
  }
}

/** Each distinct text is compared, and not each row: most rows say what others say. */
function ranks(texts: readonly (string | null)[]): Places {
  const distinct = new Set(texts.filter((text): text is string => text !== null && text !== ''))
  const places = new Map([...distinct].toSorted(inWords.compare).map((text, place) => [text, place]))
  return texts.map((text) => (text === null ? null : (places.get(text) ?? null)))
}

const inWords = new Intl.Collator('en', { numeric: true })
