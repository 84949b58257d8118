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
  const start = startOfHost(url)
  if (start < 0) return null
  const end = endOfAuthority(url, start)
  const host = isPlain(url, start, end) ? hostAt(url, start, end) : oddHost(url.slice(start, end))
  if (host === '') return null
  const hash = url.indexOf('#', end)
  const stop = Math.min(hash < 0 ? url.length : hash, end + MAX_TAIL)
  const mark = url.indexOf('?', end)
  if (mark < 0 || mark >= stop) return { host, path: end === stop ? '/' : url.slice(end, stop), query: '' }
  return { host, path: end === mark ? '/' : url.slice(end, mark), query: url.slice(mark + 1, stop) }
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

/** Nearly all addresses begin with one of the first two; a scheme may be written large, too. */
function startOfHost(url: string): number {
  if (url.startsWith('https://')) return 8
  if (url.startsWith('http://')) return 7
  const begin = url.slice(0, 8)
  const scheme = begin.indexOf('://')
  return scheme > 0 && NETWORK.has(begin.slice(0, scheme).toLowerCase()) ? scheme + 3 : -1
}

const NETWORK: ReadonlySet<string> = new Set(['http', 'https', 'ws', 'wss'])

/** Beyond this, an address holds data, not a shape. */
const MAX_TAIL = 4_096

/** Hosts are kept for long, and a part of an address keeps the whole of it in memory. */
const LONG = 1_024

export function ownCopy(host: string): string {
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

/** Small letters, digits, dots and hyphens, as a browser writes a host: nothing about it has to be changed. */
function isPlain(url: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) {
    const code = url.charCodeAt(at)
    if ((code < 97 || code > 122) && (code < 45 || code > 57) && code !== 95) return false
  }
  return end > start && url.charCodeAt(end - 1) !== 46
}

function hostAt(url: string, start: number, end: number): string {
  if (end - start > MAX_HOST) return ''
  const host = url.slice(start, end)
  return url.length > LONG ? ownCopy(host) : host
}

/** With a port, a name and password, capitals or signs of other scripts. */
function oddHost(authority: string): string {
  if (authority.length > MAX_AUTHORITY) return ''
  const host = authority.slice(authority.lastIndexOf('@') + 1)
  const plain = host.startsWith('[') ? host.slice(0, host.indexOf(']') + 1) : withoutPort(host)
  if (plain.length > MAX_HOST) return ''
  const ascii = /^[\w.:[\]-]*$/.test(plain) ? plain.toLowerCase() : domainToASCII(plain)
  if (ascii.length > MAX_HOST) return ''
  return ownCopy(ascii.endsWith('.') ? ascii.slice(0, -1) : ascii)
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
