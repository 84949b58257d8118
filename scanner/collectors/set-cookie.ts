import type { Protocol } from 'puppeteer-core'
import { parseSetCookie } from 'set-cookie-parser'
import type { CookieAttributes } from '../model.ts'

export type CookieInJar = CookieAttributes & { readonly value: string }

/**
 * One `Set-Cookie` line, or what a script assigned to `document.cookie`, as a browser reads it (RFC 6265bis);
 * `null` when it is none. `now` in ms since the epoch.
 */
export function parseCookie(line: string, url: URL, partitionKey: string | null, now: number): CookieInJar | null {
  const cookie = parseSetCookie(line, { decodeValues: false, split: false, silent: true })[0]
  if (!cookie) return null
  const asked = cookie.maxAge ?? (cookie.expires ? (cookie.expires.getTime() - now) / 1000 : null)
  return {
    name: cookie.name,
    value: cookie.value,
    domain: cookie.domain ? `.${cookie.domain.replace(/^\./, '').toLowerCase()}` : url.hostname,
    path: cookie.path?.startsWith('/') ? cookie.path : directoryOf(url.pathname),
    partitionKey: /;\s*partitioned\s*(;|$)/i.test(line) ? partitionKey : null,
    lifetimeDays: asked === null || Number.isNaN(asked) ? null : days(Math.min(asked, LONGEST_SECONDS)),
    httpOnly: cookie.httpOnly ?? false,
    secure: cookie.secure ?? false,
    sameSite: sameSiteOf(cookie.sameSite),
  }
}

/** Browsers keep no cookie longer than 400 days, whatever it asks for (RFC 6265bis, 5.5). */
const LONGEST_SECONDS = 400 * 86_400

/** A cookie of the browser's jar; CDP counts `expires` in seconds since the epoch. */
export function cookieInJar(cookie: Protocol.Network.Cookie, now: number): CookieInJar {
  return {
    name: cookie.name,
    value: cookie.value,
    domain: cookie.domain,
    path: cookie.path,
    partitionKey: cookie.partitionKey?.topLevelSite ?? null,
    lifetimeDays: cookie.session ? null : days(cookie.expires - now / 1000),
    httpOnly: cookie.httpOnly,
    secure: cookie.secure,
    sameSite: sameSiteOf(cookie.sameSite),
  }
}

/** What makes two cookies one: RFC 6265bis 5.7, with the partition of CHIPS. */
export function identityOf({ name, domain, path, partitionKey }: CookieAttributes): string {
  return [name, domain, path, partitionKey ?? ''].join('\n')
}

/** Whether a cookie of this domain is sent to this host. */
export function covers(domain: string, host: string): boolean {
  const bare = domain.replace(/^\./, '')
  return bare === host || (domain.startsWith('.') && host.endsWith(`.${bare}`))
}

/** RFC 6265bis 5.1.4. */
function directoryOf(path: string): string {
  return path.slice(0, Math.max(1, path.lastIndexOf('/')))
}

function sameSiteOf(value: string | undefined): CookieAttributes['sameSite'] {
  switch (value?.toLowerCase()) {
    case 'strict':
      return 'Strict'
    case 'lax':
      return 'Lax'
    case 'none':
      return 'None'
    default:
      return null
  }
}

/** Days with four decimals: half an hour is still half an hour. */
function days(seconds: number): number {
  return Math.round((seconds / 86_400) * 10_000) / 10_000
}
