import { looksLikeIdentifier } from '../knowledge/identifier.ts'
import type { Named } from '../knowledge/answers.ts'
import { urlParts } from '../knowledge/url-parts.ts'
import type { Identification, Observation, ObservationOf } from '../model.ts'

/**
 * What nobody knows is told by what it does. That makes it worth a review, never a category: a payment provider's fraud
 * cookie behaves like a tracker's.
 */
export function behaving(named: Named, seen: Observation): Named {
  if (named.identification.category !== 'unclassified' || named.party !== 'third') return named
  if (seen.kind === 'request') return ofRequest(named, seen)
  if (seen.kind !== 'cookie' && seen.kind !== 'cookie-write') return named
  const days = Math.round(seen.lifetimeDays ?? 0)
  const isTelling = named.identification.layer === 'none' && seen.identifierLike && days > 30
  return isTelling ? behaves(named, { source: `a third party keeps an identifier for ${days} days` }, true) : named
}

function ofRequest(named: Named, request: ObservationOf<'request'>): Named {
  if (named.identification.purpose !== null) return named
  const carrier = identifyingParameter(request.url)
  if (carrier !== null)
    return behaves(named, { source: `sends an identifier to a third party (${carrier})`, purpose: 'collect' }, true)
  const isBeacon = request.resourceType === 'ping' || (request.method === 'POST' && request.resourceType !== 'document')
  return isBeacon
    ? behaves(named, { source: 'sends data to a third party', purpose: 'collect' }, named.identifier)
    : named
}

function behaves(named: Named, says: Partial<Identification>, identifier: boolean | null): Named {
  const isUnknown = named.identification.layer === 'none'
  const identification: Identification = { ...named.identification, ...says }
  return {
    ...named,
    identifier,
    // A known owner stays the better source; only the purpose is learnt.
    identification: isUnknown
      ? { ...identification, layer: 'behaviour' }
      : { ...identification, source: named.identification.source },
  }
}

/** Long addresses hold many; the first that looks like an id is enough. */
function identifyingParameter(url: string): string | null {
  const query = urlParts(url)?.query ?? ''
  for (const pair of query.split('&', 40)) {
    const at = pair.indexOf('=')
    if (at > 0 && !CACHE_BUSTER.test(pair.slice(0, at)) && looksLikeIdentifier(pair.slice(at + 1, at + 513)))
      return pair.slice(0, Math.min(at, 40))
  }
  return null
}

/** Builds and caches, not visitors. */
const CACHE_BUSTER =
  /^(?:v|ver|version|hash|h|t|ts|cb|rnd|rand|random|_|nocache|integrity|key|token|apikey|api_key|client_?key|site_?key)$/i
