import type { RawEntry } from './shape.ts'

/** CDP's word for what was asked for: told by Chrome, else by the browser's own header, else by what came back. */
export function resourceTypeOf(raw: RawEntry, headers: Readonly<Record<string, string>>): string {
  if (raw.resourceType !== '') return raw.resourceType.toLowerCase()
  const destination = headers['sec-fetch-dest']
  if (destination !== undefined && destination !== 'empty') return DESTINATIONS[destination] ?? 'other'
  if (/^wss?:/.test(raw.request.url) || headers['upgrade']?.toLowerCase() === 'websocket') return 'websocket'
  if (destination === 'empty' || headers['x-requested-with'] !== undefined) return 'fetch'
  if (headers['content-type']?.startsWith('text/ping')) return 'ping'
  const answer = raw.response.headers.find(({ name }) => name.toLowerCase() === 'content-type')?.value
  const mime = raw.response.content.mimeType || (answer ?? '')
  return MIMES.find(([pattern]) => pattern.test(mime))?.[1] ?? byAccept(headers['accept'] ?? '')
}

/** A redirect has no type of its own; what the browser hoped for tells. */
function byAccept(accept: string): string {
  if (accept.startsWith('text/html')) return 'document'
  if (accept.startsWith('image/')) return 'image'
  return accept.startsWith('text/css') ? 'stylesheet' : 'other'
}

const DESTINATIONS: Readonly<Record<string, string>> = {
  document: 'document',
  iframe: 'document',
  frame: 'document',
  script: 'script',
  style: 'stylesheet',
  image: 'image',
  font: 'font',
  video: 'media',
  audio: 'media',
  manifest: 'manifest',
  report: 'cspviolationreport',
}

const MIMES: readonly (readonly [RegExp, string])[] = [
  [/html/i, 'document'],
  [/javascript|ecmascript/i, 'script'],
  [/text\/css/i, 'stylesheet'],
  [/^image\//i, 'image'],
  [/font/i, 'font'],
  [/^(video|audio)\//i, 'media'],
  [/json/i, 'fetch'],
]
