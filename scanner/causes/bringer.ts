import type { Evidence, Sighting } from '../model.ts'
import type { Bringer } from '../rules/rule.ts'
import { causeGraph } from './cause-graph.ts'
import type { CauseNode } from './cause-node.ts'
import { placeKey } from './requests-seen.ts'

/**
 * Who brought a vendor to the page: walks from what was seen through the scripts that led to it until one is not the
 * vendor's own. That script, container or page is what an agency has to change.
 */
export function bringerOf(
  { observations }: Evidence,
  sightings: readonly Sighting[],
): (sighting: Sighting) => Bringer | null {
  const graph = causeGraph(observations)
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
  const behind = (id: string, vendorId: string | null): Bringer | null => {
    const passed = new Set<string>()
    let at: string | undefined = id
    while (at !== undefined && !passed.has(at) && passed.size < MOST_HOPS) {
      passed.add(at)
      let next: string | undefined
      for (const { cause, how } of graph.behind(at)) {
        // Nobody can change where a vendor's own addresses send the browser on to.
        if (how === 'redirected') continue
        if (cause.kind === 'container') return { kind: 'container', name: cause.name }
        // Code that nobody saw arriving says nothing of who brought it.
        if (!cause.observation) continue
        const isOwn = vendorId !== null && vendorOf.get(cause.id) === vendorId
        // A pixel or beacon is nothing anybody could change; the code that asked for it is.
        if (!isOwn && (cause.kind === 'document' || cause.kind === 'script')) return bringer(cause)
        next = cause.id
      }
      at = next
    }
    return null
  }

  return ({ run, journey, vendorId, observations: ids }) => {
    const fallback = vendorId === null ? [] : (requestsOf.get(placeKey({ run, journey }, vendorId)) ?? [])
    for (const id of [...ids, ...fallback].slice(0, MOST_TRIES)) {
      const found = behind(id, vendorId)
      if (found) return found
    }
    return null
  }
}

/** Far beyond any honest chain; a hostile page must not hold us up. */
const MOST_HOPS = 30
const MOST_TRIES = 20

function bringer({ kind, name }: CauseNode): Bringer {
  const bare = name.replace(/^https?:\/\//, '').replace(/[?#].*$/, '')
  return { kind: kind === 'document' ? 'page' : 'script', name: bare }
}
