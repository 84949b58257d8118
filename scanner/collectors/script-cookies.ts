import type { StackFrame } from '../model.ts'
import type { NativeCall, Ticket } from './collector.ts'
import { covers, identityOf, parseCookie, type CookieInJar } from './set-cookie.ts'

/** What a script asked for; the jar tells at the end of the step what became of it. */
export interface ScriptWrite {
  readonly ticket: Ticket
  readonly cookie: CookieInJar
  readonly host: string
  readonly isDeletion: boolean
  readonly stack: readonly StackFrame[]
}

/** Reads a call of a cookie's writer; `null` when it is none, or says nothing that can be read without its page. */
export function scriptWrite(call: NativeCall, ticket: Ticket, now: number): ScriptWrite | null {
  // A frame without an origin may try as well; the jar then shows that it was refused.
  const url = URL.parse(call.origin ?? '') ?? new URL('about:blank')
  const line = lineOf(call)
  const cookie = line === null ? null : parseCookie(line, url, null, now)
  if (!cookie) return null
  const isDeletion = cookie.lifetimeDays !== null && cookie.lifetimeDays <= 0
  return { ticket, cookie, host: url.hostname, isDeletion, stack: call.stack }
}

function lineOf({ point, arguments: [first, second], record }: NativeCall): string | null {
  if (record) return lineOfRecord(point, record)
  if (typeof first !== 'string') return null
  switch (point) {
    case 'document.cookie':
      return first
    case 'cookieStore.set':
      return `${first}=${String(second ?? '')}; path=/; secure; samesite=strict`
    case 'cookieStore.delete':
      return `${first}=; path=/; max-age=0`
    default:
      return null
  }
}

/** As `CookieStore` fills in what a record leaves out (Cookie Store API, 2.2.1 and 3.3). */
function lineOfRecord(point: string, record: NonNullable<NativeCall['record']>): string | null {
  const { name, value, domain, path, expires, sameSite, partitioned } = record
  // A name that only a getter tells is not known.
  if (typeof name !== 'string') return null
  const where = [`path=${String(path ?? '/')}`, ...(domain ? [`domain=${String(domain)}`] : [])]
  const how = ['secure', `samesite=${String(sameSite ?? 'strict')}`, ...(partitioned === true ? ['partitioned'] : [])]
  if (point === 'cookieStore.delete') return [`${name}=`, ...where, 'max-age=0'].join('; ')
  if (point !== 'cookieStore.set' || value === undefined) return null
  const until = typeof expires === 'number' ? [`expires=${new Date(expires).toUTCString()}`] : []
  return [`${name}=${String(value)}`, ...where, ...until, ...how].join('; ')
}

export interface WriteOutcome {
  /** As the browser took it where the jar shows it, as it was asked for elsewhere. */
  readonly cookie: CookieInJar
  readonly effect: 'set' | 'deleted' | 'refused'
}

/**
 * What became of a write: the jar knows domain, path and lifetime as the browser took them. A write the jar does not
 * show was overwritten by a later one, or refused; a deletion whose cookie is still there was refused.
 */
export function outcomeOf(
  write: ScriptWrite,
  jar: readonly CookieInJar[],
  later: readonly ScriptWrite[],
): WriteOutcome {
  const { cookie, host, isDeletion } = write
  const sameName = jar.filter((inJar) => inJar.name === cookie.name && covers(inJar.domain, host) && !inJar.httpOnly)
  if (isDeletion) {
    const wasSetAgain = later.some((other) => other.cookie.name === cookie.name && !other.isDeletion)
    const isThere = sameName.some((inJar) => identityOf(inJar) === identityOf(cookie) || inJar.path !== cookie.path)
    return { cookie, effect: isThere && !wasSetAgain ? 'refused' : 'deleted' }
  }
  const kept = sameName.find(({ value }) => isToldAs(cookie.value, value))
  if (kept) return { cookie: kept, effect: 'set' }
  const wasOverwritten = later.some((other) => other.cookie.name === cookie.name)
  return { cookie, effect: wasOverwritten || sameName.length > 0 ? 'set' : 'refused' }
}

/** A long value of a record is told without its middle. */
function isToldAs(told: string, value: string): boolean {
  if (told === value) return true
  const [start = '', end, ...more] = told.split('…')
  return end !== undefined && more.length === 0 && value.startsWith(start) && value.endsWith(end)
}
