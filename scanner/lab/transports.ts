import type { LoadAct, RequestTruth, Transport } from './model.ts'

/** The address a browser really asks: pictures on a secure page are asked for securely (Mixed Content, 4.1). */
export function firstAddress({ via, url }: LoadAct): URL {
  return new URL(via === 'image' ? url.replace(/^http:/, 'https:') : url)
}

export function methodOf({ via, body }: LoadAct): string {
  return body !== null || ALWAYS_POST.has(via) ? 'POST' : 'GET'
}

/** As CDP names it (`Network.ResourceType`), in lower case. */
export function resourceTypeOf({ via }: LoadAct): string {
  return RESOURCE_TYPE[via]
}

/** JSON to another origin is asked for before it is sent (Fetch, 4.8). */
export function needsPreflight(act: LoadAct, document: URL): boolean {
  return act.via === 'json-fetch' && new URL(act.url).origin !== document.origin
}

export function blockOf({ url, answer }: LoadAct, document: URL): RequestTruth['blocked'] {
  if (answer.kind === 'unasked') return answer.because
  return answer.kind === 'closed' && new URL(url).origin !== document.origin ? 'cors' : null
}

const ALWAYS_POST: ReadonlySet<Transport> = new Set([
  'beacon',
  'binary-beacon',
  'json-fetch',
  'gzip-fetch',
  'policy-report',
])

const RESOURCE_TYPE: Record<Transport, string> = {
  script: 'script',
  stylesheet: 'stylesheet',
  image: 'image',
  fetch: 'fetch',
  xhr: 'xhr',
  beacon: 'ping',
  frame: 'document',
  document: 'document',
  'brief-fetch': 'fetch',
  'json-fetch': 'fetch',
  'gzip-fetch': 'fetch',
  'binary-beacon': 'ping',
  preload: 'image',
  icon: 'other',
  'event-stream': 'eventsource',
  worker: 'script',
  'shared-worker': 'script',
  'service-worker': 'script',
  popup: 'document',
  'policy-report': 'other',
}
