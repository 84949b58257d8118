import type { Observation, ObservationOf } from '../model.ts'

type Request = ObservationOf<'request'>
type Write = ObservationOf<'cookie-write'>

/**
 * Cookies by the id of the observation of the hop whose answer set them. All hops of a redirect chain share the id that
 * a write names; it was the last one sent before whose host may set the cookie.
 */
export function writtenCookies(own: readonly Observation[]): ReadonlyMap<string, readonly Write[]> {
  const hops = Map.groupBy(
    own.filter((seen) => seen.kind === 'request').toSorted((a, b) => a.at - b.at),
    ({ requestId }) => requestId.replace(/#\d+$/, ''),
  )
  const pairs = own.flatMap((seen) => {
    if (seen.kind !== 'cookie-write' || seen.requestId === null) return []
    const able = (hops.get(seen.requestId.replace(/#\d+$/, '')) ?? []).filter((hop) => maySet(hop, seen))
    const hop = able.findLast(({ at }) => at <= seen.at) ?? able[0]
    return hop ? [{ id: hop.id, write: seen }] : []
  })
  const byHop = Map.groupBy(pairs, ({ id }) => id)
  return new Map([...byHop].map(([id, list]) => [id, list.map(({ write }) => write)]))
}

function maySet({ url }: Request, { domain }: Write): boolean {
  const host = URL.parse(url)?.hostname ?? ''
  return host === domain.replace(/^\./, '') || (domain.startsWith('.') && host.endsWith(domain))
}
