import { isUtf8 } from 'node:buffer'
import { parseCookie } from '../collectors/set-cookie.ts'
import type { CookieAttributes, Initiator, ObservationOf, StackFrame } from '../model.ts'

type Request = ObservationOf<'request'>

export interface EntryPlace {
  /** Id of its page. */
  readonly pageref: string
  /** Bodies of requests by SHA-256. */
  readonly bodies: ReadonlyMap<string, Uint8Array>
  /** Where it was redirected to, as far as seen; else empty. */
  readonly nextHop: string
  /** Cookies that its answer set, deleted, or that the browser refused. */
  readonly writes: readonly ObservationOf<'cookie-write'>[]
}

/** One hop of one request as an entry; fields of Chrome's dialect begin with an underscore, as the standard asks. */
export function harEntryOf(request: Request, { pageref, bodies, nextHop, writes }: EntryPlace) {
  const body = request.bodySha256 === null ? undefined : bodies.get(request.bodySha256)
  return {
    pageref,
    startedDateTime: request.utc,
    time: 0,
    request: requestOf(request, body),
    response: responseOf(request, nextHop, writes),
    cache: {},
    timings: { blocked: -1, dns: -1, connect: -1, ssl: -1, send: 0, wait: 0, receive: 0 },
    _initiator: initiatorOf(request.initiator),
    _resourceType: request.resourceType,
    _requestId: request.requestId,
    ...(request.fromCache && { _fromCache: 'disk' }),
    _tagtrail: {
      observation: request.id,
      state: request.state,
      phase: request.phase,
      fate: request.fate,
      bodySha256: request.bodySha256,
    },
  }
}

function requestOf({ url, method, headers }: Request, body: Uint8Array | undefined) {
  const parsed = URL.parse(url)
  return {
    method,
    url,
    httpVersion: 'unknown',
    cookies: sentCookies(valueOf(headers, 'cookie') ?? ''),
    headers: headerList(headers),
    queryString: [...(parsed?.searchParams ?? [])].map(([name, value]) => ({ name, value })),
    ...(body && { postData: postDataOf(body, valueOf(headers, 'content-type') ?? '') }),
    headersSize: -1,
    bodySize: body?.length ?? 0,
  }
}

function responseOf(
  { url, utc, status, failure, responseHeaders }: Request,
  nextHop: string,
  writes: EntryPlace['writes'],
) {
  const told = setCookies(valueOf(responseHeaders, 'set-cookie') ?? '', url, utc)
  return {
    status: status ?? 0,
    statusText: '',
    httpVersion: 'unknown',
    // Headers may come without the lines that set cookies; what was recorded of each write has all but its value.
    cookies:
      told.length > 0
        ? told
        : writes.map((write) => ({ ...cookieOf(write, write.value ?? '', Date.parse(utc)), ...withoutValue(write) })),
    headers: headerList(responseHeaders),
    content: { size: 0, mimeType: valueOf(responseHeaders, 'content-type') ?? '' },
    redirectURL: (status ?? 0) >= 300 && (status ?? 0) < 400 ? (valueOf(responseHeaders, 'location') ?? nextHop) : '',
    headersSize: -1,
    bodySize: -1,
    _error: failure,
  }
}

/** The standard knows only text here; what is none is told as base64, in a field of its own. */
function postDataOf(body: Uint8Array, mimeType: string) {
  const isForm = mimeType.startsWith('application/x-www-form-urlencoded')
  const text = Buffer.from(body)
  if (!isUtf8(body)) return { mimeType, params: [], text: text.toString('base64'), _encoding: 'base64' }
  const params = isForm ? [...new URLSearchParams(text.toString())].map(([name, value]) => ({ name, value })) : []
  return { mimeType, params, text: text.toString() }
}

/** Values that came under one name stand on lines of their own. */
function headerList(headers: Readonly<Record<string, string>>) {
  return Object.entries(headers).flatMap(([name, values]) => values.split('\n').map((value) => ({ name, value })))
}

function valueOf(headers: Readonly<Record<string, string>>, name: string): string | undefined {
  return Object.entries(headers).find(([key]) => key.toLowerCase() === name)?.[1]
}

function sentCookies(line: string) {
  return line.split(/;\s*|\n/).flatMap((pair) => {
    const at = pair.indexOf('=')
    return at > 0 ? [{ name: pair.slice(0, at), value: pair.slice(at + 1) }] : []
  })
}

function setCookies(lines: string, url: string, utc: string) {
  const from = URL.parse(url)
  const now = Date.parse(utc)
  return lines.split('\n').flatMap((line) => {
    const cookie = from && line !== '' ? parseCookie(line, from, null, now) : null
    if (!cookie) return []
    return [cookieOf(cookie, cookie.value, now)]
  })
}

function cookieOf(cookie: CookieAttributes, value: string, now: number) {
  const { name, path, domain, httpOnly, secure, sameSite, lifetimeDays } = cookie
  const expires = lifetimeDays === null ? null : new Date(now + lifetimeDays * DAY_MS)
  return {
    name,
    value,
    path,
    domain,
    // Beyond the year 275760 there are no dates.
    ...(expires && !Number.isNaN(expires.getTime()) && { expires: expires.toISOString() }),
    httpOnly,
    secure,
    ...(sameSite !== null && { sameSite }),
  }
}

function withoutValue({ value, valueSha256, effect, refusedBecause }: EntryPlace['writes'][number]) {
  const kept = value === null ? `value not kept; salted SHA-256 ${valueSha256}` : ''
  const refused = effect === 'refused' ? `refused by the browser: ${refusedBecause ?? 'no reason told'}` : ''
  const comment = [kept, refused].filter(Boolean).join('; ')
  return comment === '' ? {} : { comment }
}

const DAY_MS = 86_400_000

/** Chrome counts lines and columns from 0, people from 1. */
function initiatorOf({ type, url, line, stack }: Initiator) {
  return {
    type,
    ...(url !== null && { url }),
    ...(line !== null && { lineNumber: line - 1 }),
    ...(stack.length > 0 && { stack: { callFrames: stack.map(callFrame) } }),
  }
}

function callFrame({ function: functionName, url, line, column }: StackFrame) {
  return { functionName, scriptId: '', url, lineNumber: line - 1, columnNumber: column - 1 }
}
