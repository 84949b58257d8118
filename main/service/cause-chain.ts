import type { Observation, ObservationOf } from '../../scanner/model.ts'
import type { ChainLink } from '../contract.ts'
import { titleOf } from './observation-rows.ts'
import type { OpenedEvidence } from './opened-scans.ts'

/** What led to an observation, oldest cause first and itself last: page, container, script, request, cookie. */
export function causeChain(seen: Observation, evidence: OpenedEvidence): readonly ChainLink[] {
  const { requests, byRequestId } = indexOf(evidence)
  const links: ChainLink[] = [linkOf(seen, evidence)]
  const passed = new Set<string>([seen.id])
  let at: Observation | null = seen
  while (at && links.length < MOST_LINKS) {
    const cause = causeOf(at, byRequestId)
    if (cause === null) break
    const request: ObservationOf<'request'> | undefined =
      cause.request ?? requests.get(placeKey(seen, withoutFragment(cause.url)))
    if (request && passed.has(request.id)) break
    if (request) passed.add(request.id)
    links.unshift(request ? { ...linkOf(request, evidence), line: cause.line } : unseen(cause))
    at = request ?? null
  }
  return links
}

interface Cause {
  readonly url: string
  readonly line: number | null
  readonly request?: ObservationOf<'request'> | undefined
}

type Requests = ReadonlyMap<string, ObservationOf<'request'>>

/** Far beyond any honest chain. */
const MOST_LINKS = 30

function causeOf(seen: Observation, byRequestId: Requests): Cause | null {
  switch (seen.kind) {
    case 'request': {
      const before = seen.redirectedFrom === null ? undefined : byRequestId.get(placeKey(seen, seen.redirectedFrom))
      if (before) return { url: before.url, line: null, request: before }
      const [frame] = webFrames(seen.initiator.stack)
      if (frame) return { url: frame.url, line: frame.line }
      const { url, line } = seen.initiator
      return url !== null && /^https?:/.test(url) && url !== seen.url ? { url, line } : null
    }
    case 'cookie-write': {
      const request = seen.requestId === null ? undefined : byRequestId.get(placeKey(seen, seen.requestId))
      if (request) return { url: request.url, line: null, request }
      return first(seen.stack)
    }
    case 'storage-write':
    case 'api-call':
      return first(seen.stack)
    case 'socket':
      return first(seen.initiator.stack)
    default:
      return null
  }
}

type Frames = ObservationOf<'storage-write'>['stack']

function webFrames(stack: Frames): Frames {
  return stack.filter(({ url }) => /^https?:/.test(url))
}

function first(stack: Frames): Cause | null {
  const [frame] = webFrames(stack)
  return frame ? { url: frame.url, line: frame.line } : null
}

function linkOf(seen: Observation, { sightingOf }: OpenedEvidence): ChainLink {
  const sighting = sightingOf.get(seen.id)
  return {
    is: kindOf(seen),
    title: titleOf(seen).slice(0, 2000),
    url: 'url' in seen ? seen.url : null,
    line: null,
    observationId: seen.id,
    at: seen.at,
    vendorId: sighting?.vendorId ?? null,
    vendorName: sighting?.name ?? null,
    category: sighting?.category ?? null,
  }
}

function kindOf(seen: Observation): ChainLink['is'] {
  switch (seen.kind) {
    case 'request':
      if (isContainer(seen.url)) return 'container'
      return seen.resourceType === 'document' ? 'page' : seen.resourceType === 'script' ? 'script' : 'request'
    case 'cookie':
    case 'cookie-write':
      return 'cookie'
    case 'storage':
    case 'storage-write':
      return 'storage'
    case 'socket':
      return 'socket'
    case 'page':
      return 'page'
    default:
      return 'call'
  }
}

function isContainer(url: string): boolean {
  return /[?&]id=GTM-[A-Z0-9]+/.test(url)
}

function unseen({ url, line }: Cause): ChainLink {
  const is = isContainer(url) ? 'container' : 'script'
  return { is, title: url, url, line, observationId: null, at: null, vendorId: null, vendorName: null, category: null }
}

const indexes = new WeakMap<OpenedEvidence, { readonly requests: Requests; readonly byRequestId: Requests }>()

/** Requests of each journey by address and by number; made once for an evidence. */
function indexOf(evidence: OpenedEvidence): { readonly requests: Requests; readonly byRequestId: Requests } {
  const known = indexes.get(evidence)
  if (known) return known
  const requests = new Map<string, ObservationOf<'request'>>()
  const byRequestId = new Map<string, ObservationOf<'request'>>()
  for (const seen of evidence.observations) {
    if (seen.kind !== 'request') continue
    const url = placeKey(seen, withoutFragment(seen.url))
    if (!requests.has(url)) requests.set(url, seen)
    const requestId = placeKey(seen, seen.requestId)
    if (!byRequestId.has(requestId)) byRequestId.set(requestId, seen)
  }
  indexes.set(evidence, { requests, byRequestId })
  return { requests, byRequestId }
}

function withoutFragment(url: string): string {
  return url.replace(/#.*$/s, '')
}

function placeKey({ run, journey }: Pick<Observation, 'run' | 'journey'>, name: string): string {
  return `${run} ${journey} ${name}`
}
