import { domainToASCII } from 'node:url'

export interface UrlParts {
  readonly host: string
  readonly path: string
  /** Without the `?`. */
  readonly query: string
}

/**
 * Host, path and query of a network address; `null` for anything else (`data:`, `blob:`, nonsense).
 * Cut by hand: the addresses come from a browser, which has parsed them already, and this is read a million times.
 */
export function urlParts(url: string): UrlParts | null {
  const scheme = url.indexOf('://')
  if (scheme < 2 || scheme > 5 || !NETWORK.has(url.slice(0, scheme).toLowerCase())) return null
  const start = scheme + 3
  const end = endOfAuthority(url, start)
  const named = hostOf(url.slice(start, end))
  if (named === '') return null
  const host = url.length > LONG ? ownCopy(named) : named
  const hash = url.indexOf('#', end)
  const tail = url.slice(end, Math.min(hash < 0 ? url.length : hash, end + MAX_TAIL))
  const mark = tail.indexOf('?')
  const path = mark < 0 ? tail : tail.slice(0, mark)
  return { host, path: path === '' ? '/' : path, query: mark < 0 ? '' : tail.slice(mark + 1) }
}

/** The decoded value of one parameter, or `null`. */
export function queryValue(query: string, name: string): string | null {
  for (let from = 0, looked = 0; looked < MAX_PARAMETERS; looked++) {
    const found = query.indexOf('&', from)
    const end = found < 0 ? query.length : found
    const after = from + name.length
    if (after <= end && query.startsWith(name, from) && (after === end || query[after] === '='))
      return decoded(query.slice(after + 1, Math.max(end, after + 1)))
    if (found < 0) return null
    from = end + 1
  }
  return null
}

/** The longest real ones have about a hundred; what only looks like more is not worth the walk. */
const MAX_PARAMETERS = 256

const NETWORK: ReadonlySet<string> = new Set(['http', 'https', 'ws', 'wss'])

/** Beyond this, an address holds data, not a shape. */
const MAX_TAIL = 4_096

/** Hosts are kept for long, and a part of an address keeps the whole of it in memory. */
const LONG = 1_024

function ownCopy(host: string): string {
  return Buffer.from(host, 'latin1').toString('latin1')
}

/** Longer values are compared as they stand. */
const MAX_VALUE = 1_024

/** A name of the DNS has at most 253 characters; user and password may stand before it. */
const MAX_HOST = 253
const MAX_AUTHORITY = 512

/** Beyond the limit it says so by one character too many, and reads no further. */
function endOfAuthority(url: string, start: number): number {
  const limit = Math.min(url.length, start + MAX_AUTHORITY + 1)
  for (let at = start; at < limit; at++) {
    const code = url.charCodeAt(at)
    if (code === 47 || code === 63 || code === 35 || code === 92) return at // / ? # \
  }
  return limit
}

function hostOf(authority: string): string {
  if (authority.length > MAX_AUTHORITY) return ''
  const host = authority.slice(authority.lastIndexOf('@') + 1)
  const plain = host.startsWith('[') ? host.slice(0, host.indexOf(']') + 1) : withoutPort(host)
  if (plain.length > MAX_HOST) return ''
  const ascii = /^[\w.:[\]-]*$/.test(plain) ? plain.toLowerCase() : domainToASCII(plain)
  if (ascii.length > MAX_HOST) return ''
  return ascii.endsWith('.') ? ascii.slice(0, -1) : ascii
}

function withoutPort(host: string): string {
  const colon = host.indexOf(':')
  return colon < 0 ? host : host.slice(0, colon)
}

function decoded(text: string): string {
  if (!text.includes('%') && !text.includes('+')) return text
  // Half an escape is common in hostile addresses, and an exception costs more than this look.
  if (text.length > MAX_VALUE || /%(?![0-9a-f]{2})/i.test(text)) return text
  try {
    return decodeURIComponent(text.replaceAll('+', ' '))
  } catch {
    return text
  }
}
