import type { Evidence, Observation, ObservationOf, Sighting } from '../model.ts'
import type { Bringer } from '../rules/rule.ts'

/**
 * Who brought a vendor to the page: walks from what was seen through the scripts that led to it until one is not the
 * vendor's own. That script, container or page is what an agency has to change.
 */
export function bringerOf(
  { observations }: Evidence,
  sightings: readonly Sighting[],
): (sighting: Sighting) => Bringer | null {
  const byId = new Map(observations.map((seen) => [seen.id, seen]))
  const byUrl = new Map<string, ObservationOf<'request'>>()
  const byRequestId = new Map<string, ObservationOf<'request'>>()
  for (const seen of observations) {
    if (seen.kind !== 'request') continue
    const url = placeKey(seen, withoutFragment(seen.url))
    if (!byUrl.has(url)) byUrl.set(url, seen)
    const requestId = placeKey(seen, seen.requestId)
    if (!byRequestId.has(requestId)) byRequestId.set(requestId, seen)
  }
  const vendorOf = new Map<string, string>()
  /** Requests of each vendor in one journey, its code first: what to ask when an item itself tells nothing. */
  const requestsOf = new Map<string, string[]>()
  for (const { kind, vendorId, observations: ids, run, journey, purpose } of sightings) {
    if (kind !== 'request' || vendorId === null) continue
    for (const id of ids) vendorOf.set(id, vendorId)
    const key = placeKey({ run, journey }, vendorId)
    const known = requestsOf.get(key)
    if (!known) requestsOf.set(key, [...ids])
    else if (purpose === 'load') known.unshift(...ids)
    else known.push(...ids)
  }

  /** The first of the scripts and pages behind this that is not the vendor's. */
  const behind = (seen: Observation, vendorId: string | null): Bringer | null => {
    const passed = new Set<string>()
    let at: Observation | undefined = seen
    while (at && !passed.has(at.id) && passed.size < MOST_HOPS) {
      passed.add(at.id)
      let next: Observation | undefined
      for (const url of causesOf(at, byRequestId)) {
        const container = containerIn(url)
        if (container) return container
        const cause = byUrl.get(placeKey(seen, withoutFragment(url)))
        // Code that nobody saw arriving says nothing of who brought it.
        if (!cause) continue
        const isOwn = vendorId !== null && vendorOf.get(cause.id) === vendorId
        // A pixel or beacon is nothing anybody could change; what asked for it is.
        if (!isOwn && CODE.has(cause.resourceType)) return bringer(cause)
        next = cause
      }
      at = next
    }
    return null
  }

  return ({ run, journey, vendorId, observations: ids }) => {
    const fallback = vendorId === null ? [] : (requestsOf.get(placeKey({ run, journey }, vendorId)) ?? [])
    for (const id of [...ids, ...fallback].slice(0, MOST_TRIES)) {
      const seen = byId.get(id)
      const found = seen ? behind(seen, vendorId) : null
      if (found) return found
    }
    return null
  }
}

const CODE = new Set(['document', 'script'])

/** Far beyond any honest chain; a hostile page must not hold us up. */
const MOST_HOPS = 30
const MOST_TRIES = 20

/** Addresses of what led to this, nearest first. */
function causesOf(seen: Observation, byRequestId: ReadonlyMap<string, ObservationOf<'request'>>): readonly string[] {
  switch (seen.kind) {
    case 'request': {
      const stack = seen.initiator.stack.map(({ url }) => url)
      const all = seen.initiator.url === null ? stack : [...stack, seen.initiator.url]
      return web(all)
    }
    case 'cookie-write': {
      const request = seen.requestId === null ? undefined : byRequestId.get(placeKey(seen, seen.requestId))
      return request ? [request.url] : web(seen.stack.map(({ url }) => url))
    }
    case 'storage-write':
      return web(seen.stack.map(({ url }) => url))
    default:
      return []
  }
}

function web(urls: readonly string[]): readonly string[] {
  return [...new Set(urls)].filter((url) => /^https?:/.test(url))
}

function containerIn(url: string): Bringer | null {
  const id = /[?&]id=(GTM-[A-Z0-9]+)/.exec(url)?.[1]
  return id === undefined ? null : { kind: 'container', name: id }
}

function bringer({ url, resourceType }: ObservationOf<'request'>): Bringer {
  return { kind: resourceType === 'document' ? 'page' : 'script', name: withoutQuery(url) }
}

function withoutFragment(url: string): string {
  return url.replace(/#.*$/, '')
}

function withoutQuery(url: string): string {
  return url.replace(/^https?:\/\//, '').replace(/[?#].*$/, '')
}

function placeKey({ run, journey }: Pick<Observation, 'run' | 'journey'>, name: string): string {
  return `${run} ${journey} ${name}`
}
