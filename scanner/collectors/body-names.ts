import { isUtf8 } from 'node:buffer'

/**
 * Names of the parameters or top-level keys of a request's body, never their values: by them a vendor behind a name of the site is known.
 * Empty for what is no form and no JSON, is packed, or is too large to be a beacon.
 */
export function bodyNames(body: Uint8Array): readonly string[] {
  if (body.length === 0 || body.length > MAX_BODY || !isUtf8(body)) return []
  const text = Buffer.from(body).toString('utf8').trimStart()
  return [...new Set(namesIn(text))].filter((name) => isName(name)).slice(0, MAX_NAMES)
}

const MAX_BODY = 65_536
const MAX_NAMES = 40

/** Keys that are data themselves, such as addresses and ids, tell nothing and must not be kept. */
function isName(name: string): boolean {
  return /^[\w.$:[\]-]{1,60}$/.test(name) && !/\d{5}|[0-9a-f]{16}/i.test(name)
}

function namesIn(text: string): readonly string[] {
  if (text.startsWith('{') || text.startsWith('[')) return keysOf(text)
  if (text.startsWith('--')) return [...text.matchAll(/\bname="([^"\r\n]{1,60})"/g)].map(([, name = '']) => name)
  // Statistics send one event a line.
  return /^[\w.$:%[\]-]{1,60}=/.test(text) ? text.split(/[&\r\n]+/, 200).map(nameOfPair) : []
}

/** Of a list, the keys of its first member. */
function keysOf(text: string): readonly string[] {
  try {
    const read: unknown = JSON.parse(text)
    const first: unknown = Array.isArray(read) ? read[0] : read
    return typeof first === 'object' && first !== null ? Object.keys(first) : []
  } catch {
    return [] // It only began like JSON.
  }
}

function nameOfPair(pair: string): string {
  const name = pair.split('=', 1)[0] ?? ''
  try {
    return decodeURIComponent(name)
  } catch {
    return name // Half an escape is read as it stands.
  }
}
