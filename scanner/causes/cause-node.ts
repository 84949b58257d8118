import type { CauseKind, Observation, ObservationOf } from '../model.ts'

/** What takes part in causing: code, what it asked for, and what was stored or read. */
export interface CauseNode {
  /** Id of the observation; of code that nobody saw arriving its journey and address. */
  readonly id: string
  readonly kind: CauseKind
  /** A container's id, an address, or the name of what was stored or called. */
  readonly name: string
  readonly observation: Observation | null
}

/** `null` for what neither causes nor is caused, such as a picture we took. */
export function nodeOf(seen: Observation): CauseNode | null {
  const { id } = seen
  switch (seen.kind) {
    case 'request':
      return requestNode(seen)
    case 'socket':
      return { id, kind: 'socket', name: seen.url, observation: seen }
    case 'cookie':
    case 'cookie-write':
      return { id, kind: 'cookie', name: seen.name, observation: seen }
    case 'storage':
    case 'storage-write':
      return { id, kind: 'storage', name: seen.key, observation: seen }
    case 'api-call':
      return { id, kind: 'read', name: seen.api, observation: seen }
    case 'canary-seen':
      return { id, kind: 'canary', name: seen.clickId ?? seen.what, observation: seen }
    default:
      return null
  }
}

/** Code by its address alone: a cache of the page's own may have answered without a request. */
export function unseenCode(id: string, url: string): CauseNode {
  const container = containerIn(url)
  return { id, kind: container === null ? 'script' : 'container', name: container ?? url, observation: null }
}

/** `GTM-...` of the address a container's code is loaded from. */
export function containerIn(url: string): string | null {
  return /[?&]id=(GTM-[A-Z0-9]+)/.exec(url)?.[1] ?? null
}

function requestNode(seen: ObservationOf<'request'>): CauseNode {
  const { id, url, resourceType: type } = seen
  if (type !== 'document' && type !== 'script') return { id, kind: 'request', name: url, observation: seen }
  const container = containerIn(url)
  return container === null
    ? { id, kind: type, name: url, observation: seen }
    : { id, kind: 'container', name: container, observation: seen }
}
