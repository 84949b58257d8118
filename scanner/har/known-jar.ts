import { getDomain } from 'tldts'
import { identityOf, parseCookie, type CookieInJar } from '../collectors/set-cookie.ts'
import type { HarEntry } from './entry.ts'

export interface SentCookie extends CookieInJar {
  /** An answer in the files set it, so that its attributes are known; else a script did, or it was there before. */
  readonly isKnown: boolean
}

/**
 * What HAR files tell of the jar: a cookie that was sent was there. Its attributes are known when an answer before had
 * set it; of one that a script had set, only name and value are.
 */
export class KnownJar {
  readonly #set = new Map<string, CookieInJar>()
  readonly #sent = new Map<string, SentCookie>()

  /** Cookies that this answer set or deleted; whether the browser took them is seen when they are sent. */
  answered(entry: HarEntry): readonly CookieInJar[] {
    return entry.cookiesSet.flatMap((line) => {
      const cookie = parseCookie(line, entry.url, `${entry.url.protocol}//${siteOf(entry.url)}`, entry.startedAt)
      if (!cookie) return []
      const isGone = cookie.lifetimeDays !== null && cookie.lifetimeDays <= 0
      if (isGone) {
        this.#set.delete(identityOf(cookie))
        for (const [key, { name, domain }] of this.#sent)
          if (name === cookie.name && fits(cookie, domain.replace(/^\./, ''))) this.#sent.delete(key)
      } else this.#set.set(identityOf(cookie), cookie)
      return [cookie]
    })
  }

  sent({ url, cookiesSent }: HarEntry): void {
    for (const { name, value } of cookiesSent) {
      const known = [...this.#set.values()].find((each) => each.name === name && fits(each, url.hostname))
      const unknownKey = `${name} ${siteOf(url)}`
      // What went over plain HTTP cannot have had the attribute Secure; of the rest the milder is taken.
      const secure = url.protocol === 'https:' && this.#sent.get(unknownKey)?.secure !== false
      const cookie = known
        ? { ...known, value, isKnown: true }
        : { ...UNKNOWN, secure, name, value, domain: url.hostname, isKnown: false }
      // Now that an answer told its attributes, it is the one of which only the name was known.
      if (known) this.#sent.delete(unknownKey)
      this.#sent.set(known ? identityOf(known) : unknownKey, cookie)
    }
  }

  /** Those that were sent until now and not deleted since. */
  inventory(): readonly SentCookie[] {
    return [...this.#sent.values()]
  }

  /** Name and value of what this site's pages can read, as far as known. */
  of(url: URL): readonly { readonly name: string; readonly value: string }[] {
    return [...this.#set.values(), ...this.#sent.values()].filter(({ domain }) => siteOfHost(domain) === siteOf(url))
  }
}

const UNKNOWN = {
  path: '/',
  partitionKey: null,
  lifetimeDays: null,
  httpOnly: false,
  sameSite: null,
} as const

/** RFC 6265bis 5.1.3. */
function fits({ domain }: CookieInJar, host: string): boolean {
  return domain.startsWith('.') ? host === domain.slice(1) || host.endsWith(domain) : host === domain
}

function siteOf({ hostname }: URL): string {
  return siteOfHost(hostname)
}

function siteOfHost(host: string): string {
  const plain = host.replace(/^\./, '')
  return getDomain(plain) ?? plain
}
