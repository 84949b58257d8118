import type { Evidence, Observation, Sighting } from '../../scanner/model.ts'
import { spelled } from '../../scanner/said.ts'
import type { ObservationRow, SightingRow } from '../contract.ts'
import { toldTime } from './told-time.ts'
import { wordedDetail } from './worded-detail.ts'

/** One observation as a line of a table. */
export function rowOf(seen: Observation, evidence: RowGround): ObservationRow {
  const sighting = evidence.sightingOf.get(seen.id)
  const { id, run, journey, state, stepId, phase, at, utc, kind } = seen
  const title = titleOf(seen)
  const detail = wordedDetail(seen)
  return {
    id,
    run,
    journey,
    state,
    stepId,
    phase,
    at,
    utc,
    kind,
    title: title.length > MOST_TITLE ? `${title.slice(0, MOST_TITLE)}…` : title,
    host: hostOf(seen),
    told: toldTime(seen, evidence),
    detail: spelled(detail),
    detailWording: detail,
    vendorId: sighting?.vendorId ?? null,
    vendorName: sighting?.name ?? null,
    category: sighting?.category ?? null,
    party: sighting?.party ?? null,
  }
}

interface RowGround extends Pick<Evidence, 'observations'> {
  readonly sightingOf: ReadonlyMap<string, Sighting>
}

export function sightingRow({ observations, ...sighting }: Sighting): SightingRow {
  return { ...sighting, count: observations.length, firstObservationId: observations[0] ?? null }
}

const MOST_TITLE = 2000

/** All of an observation that a person would look for. */
export function searchText(seen: Observation, sighting: Sighting | undefined): string {
  return [titleOf(seen), hostOf(seen) ?? '', sighting?.name ?? '', sighting?.vendorId ?? ''].join('\n').toLowerCase()
}

export function titleOf(seen: Observation): string {
  switch (seen.kind) {
    case 'request':
    case 'socket':
    case 'page':
      return seen.url
    case 'cookie':
    case 'cookie-write':
      return seen.name
    case 'storage':
    case 'storage-write':
      return seen.key
    case 'screenshot':
      return seen.path
    case 'signal':
      return seen.standard
    case 'api-call':
      return seen.api
    case 'banner':
      return seen.cmp
    case 'choice':
      return seen.choice
    case 'filled':
      return seen.field
    case 'page-errors':
      return seen.errors.map(({ text }) => text).join(' · ') || 'none'
    case 'players':
      return seen.players.map(({ source }) => source).join(' · ') || 'none'
    default:
      return seen.kind
  }
}

function hostOf(seen: Observation): string | null {
  switch (seen.kind) {
    case 'request':
    case 'socket':
    case 'page':
    case 'filled':
      return URL.parse(seen.url)?.host ?? null
    case 'cookie':
    case 'cookie-write':
      return seen.domain
    case 'storage':
    case 'storage-write':
      return URL.parse(seen.origin)?.host ?? null
    case 'api-call':
      return seen.origin === null ? null : (URL.parse(seen.origin)?.host ?? null)
    default:
      return null
  }
}

export function detailOf(seen: Observation): string {
  return spelled(wordedDetail(seen))
}
