import type { Fate, Initiator } from '../model.ts'
import { initiatorIn } from './initiator.ts'
import { resourceTypeOf } from './resource-type.ts'
import type { RawCookie, RawEntry } from './shape.ts'
import { timeOf } from './time.ts'

/** One request of a HAR file, whatever program wrote it; bodies of answers are left behind. */
export interface HarEntry {
  readonly pageId: string | null
  /** Milliseconds since the epoch. */
  readonly startedAt: number
  readonly url: URL
  readonly method: string
  readonly resourceType: string
  /** It put a new page in front of the visitor, as far as the entry tells. */
  readonly isNavigation: boolean
  readonly fate: Fate
  readonly status: number | null
  readonly failure: string | null
  readonly fromCache: boolean
  readonly headers: Readonly<Record<string, string>>
  readonly responseHeaders: Readonly<Record<string, string>>
  readonly body: Uint8Array | null
  readonly cookiesSent: readonly { readonly name: string; readonly value: string }[]
  /** As `Set-Cookie` lines. */
  readonly cookiesSet: readonly string[]
  readonly redirectsTo: string | null
  readonly initiator: Initiator
}

/** Null for what is no request to the net, or has no address. `after` is the time of the entry before, for want of one. */
export function readEntry(raw: RawEntry, after: number): HarEntry | null {
  const { request, response } = raw
  const headers = headersOf(request.headers)
  const url = addressOf(request.url, headers, request.headers)
  if (url === null) return null
  const responseHeaders = headersOf(response.headers)
  const resourceType = resourceTypeOf(raw, headers)
  return {
    pageId: raw.pageref || null,
    startedAt: timeOf(raw.startedDateTime) ?? after,
    url,
    method: request.method.toUpperCase(),
    resourceType,
    isNavigation: isNavigation(raw, headers, resourceType),
    ...outcomeOf(raw),
    fromCache: raw.fromCache !== '' || /cache/i.test(raw.fetchType),
    headers,
    responseHeaders,
    body: bodyOf(request.postData),
    cookiesSent: cookiesSent(headers, request.cookies),
    cookiesSet: cookiesSet(response),
    redirectsTo: redirectOf(response.status, response.redirectURL || (responseHeaders['location'] ?? ''), url),
    initiator: initiatorIn(raw.initiator),
  }
}

/** By lower-case name; values of one name stand on lines of their own, as CDP gives them. */
function headersOf(list: readonly { readonly name: string; readonly value: string }[]): Record<string, string> {
  const headers: Record<string, string> = Object.create(null)
  for (const { name, value } of list) {
    const key = name.toLowerCase()
    // HTTP/2 puts method and path in front of the headers.
    if (!key.startsWith(':')) headers[key] = headers[key] === undefined ? value : `${headers[key]}\n${value}`
  }
  return { ...headers }
}

/** Proxies and clients may write only the path; the host then stands in the headers. */
function addressOf(
  text: string,
  headers: Readonly<Record<string, string>>,
  list: RawEntry['request']['headers'],
): URL | null {
  const pseudo = (name: string): string | undefined => list.find((header) => header.name === name)?.value
  const host = headers['host'] ?? pseudo(':authority')
  const base = host === undefined ? undefined : `${pseudo(':scheme') ?? 'https'}://${host}`
  const url = URL.parse(text, base)
  return url && /^(https?|wss?):$/.test(url.protocol) ? url : null
}

function outcomeOf({ response, serverIPAddress }: RawEntry): Pick<HarEntry, 'fate' | 'status' | 'failure'> {
  if (Number.isInteger(response.status) && response.status >= 100 && response.status < 1000)
    return { fate: 'answered', status: response.status, failure: null }
  const failure = response.error || null
  if (failure !== null) return { fate: /block|csp|mixed/i.test(failure) ? 'blocked' : 'failed', status: null, failure }
  return { fate: serverIPAddress === '' ? 'attempted' : 'sent', status: null, failure: null }
}

function isNavigation(raw: RawEntry, headers: Readonly<Record<string, string>>, resourceType: string): boolean {
  const destination = headers['sec-fetch-dest']
  if (destination !== undefined) return destination === 'document'
  if (resourceType !== 'document') return false
  return (headers['accept'] ?? 'text/html').startsWith('text/html') && raw.request.method.toUpperCase() !== 'HEAD'
}

function bodyOf(post: RawEntry['request']['postData']): Uint8Array | null {
  if (!post) return null
  if (post.text) return Buffer.from(post.text, post.isBase64 ? 'base64' : 'utf8')
  if (post.params.length === 0) return null
  // The text was left out; a form is told by its fields alone.
  return Buffer.from(new URLSearchParams(post.params.map(({ name, value }) => [name, value])).toString())
}

function cookiesSent(headers: Readonly<Record<string, string>>, list: readonly RawCookie[]): HarEntry['cookiesSent'] {
  const line = headers['cookie']
  if (line === undefined) return list.map(({ name, value }) => ({ name, value }))
  return line.split(/;\s*|\n/).flatMap((pair) => {
    const at = pair.indexOf('=')
    return at > 0 ? [{ name: pair.slice(0, at).trim(), value: pair.slice(at + 1).trim() }] : []
  })
}

function cookiesSet({ headers, cookies }: RawEntry['response']): readonly string[] {
  const lines = headers
    .filter(({ name }) => name.toLowerCase() === 'set-cookie')
    // Chrome joins them by line feeds, Safari by commas; a comma also stands in every expiry date.
    .flatMap(({ value }) => value.split(/\n|,(?=\s*[^;,=\s]+=)/))
    .map((line) => line.trim())
    .filter(Boolean)
  return lines.length > 0 ? lines : cookies.map(asLine)
}

/** For exporters that give the list only. */
function asLine({ name, value, path, domain, expires, httpOnly, secure, sameSite }: RawCookie): string {
  const until = timeOf(expires)
  return [
    `${name}=${value}`,
    path && `Path=${path}`,
    domain.startsWith('.') && `Domain=${domain}`,
    until !== null && until > 0 && `Expires=${new Date(until).toUTCString()}`,
    httpOnly && 'HttpOnly',
    secure && 'Secure',
    sameSite && `SameSite=${sameSite}`,
  ]
    .filter(Boolean)
    .join('; ')
}

function redirectOf(status: number, location: string, from: URL): string | null {
  if (status < 300 || status >= 400 || location === '') return null
  const to = URL.parse(location, from)
  if (to === null) return null
  to.hash = ''
  return to.href
}
