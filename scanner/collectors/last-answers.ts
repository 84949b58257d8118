import type { Protocol } from 'puppeteer-core'
import type { Pen, Ticket, VisitorsJar } from './collector.ts'
import { covers, identityOf, cookieInJar, type CookieInJar } from './set-cookie.ts'

/** One hop of a request, as `requests.ts` and `last-words.ts` name it. */
export interface Hop {
  readonly url: string
  readonly requestId: string
  /** Of a last word: its answer belongs to the page that was left. */
  readonly ticket: Ticket | null
}

/**
 * Who wrote the cookies that come with the answers to last words. The session of a page that was left may still tell
 * their headers; of a frame that is gone, or a page that went to another process, nobody does, and the browser process
 * hides `Set-Cookie`. Then the jar is looked at when the answer is there: what is new in it, of the answer's domain, and
 * never claimed by anything else, came with it. What was refused leaves no trace.
 */
export class LastAnswers {
  #hops = new Map<string, Hop>()
  #hopsBefore = new Map<string, Hop>()
  readonly #looks = new Set<Promise<void>>()
  readonly #brought = new Map<string, { readonly cookie: CookieInJar; readonly hop: Hop }>()

  witness(seen: Protocol.Fetch.RequestPausedEvent, { browser, browserContextId }: VisitorsJar, pen: Pen): void {
    const { networkId, requestId, request } = seen
    const id = networkId ?? requestId
    const isAnswer = seen.responseStatusCode !== undefined || seen.responseErrorReason !== undefined
    if (!isAnswer) {
      if (!this.hopOf(id)) this.#hops.set(id, { url: request.url, requestId: id, ticket: pen.stamp('last-words') })
      return
    }
    const hop = this.hopOf(id)
    if (!hop || seen.responseErrorReason !== undefined) return
    const look = browser.send('Storage.getCookies', { browserContextId }).then(
      ({ cookies }) => this.#foundAfter(hop, cookies, pen.now()),
      // The visitor is gone.
      () => undefined,
    )
    this.#looks.add(look)
    void look.finally(() => this.#looks.delete(look))
  }

  /** A session tells of this request itself. */
  told(requestId: string): void {
    this.#hops.delete(requestId)
    this.#hopsBefore.delete(requestId)
  }

  hopOf(requestId: string): Hop | undefined {
    return this.#hops.get(requestId) ?? this.#hopsBefore.get(requestId)
  }

  /** Resolves once the jar has been read for every answer that is there. */
  async looked(): Promise<void> {
    await Promise.all(this.#looks)
  }

  /** The last word this cookie came with, unless it is known otherwise. */
  bringerOf(cookie: CookieInJar): Hop | null {
    const brought = this.#brought.get(identityOf(cookie))
    return brought?.cookie.value === cookie.value ? brought.hop : null
  }

  /** What came with last words and was claimed by nothing else. */
  brought(known: ReadonlyMap<string, string>): readonly CookieInJar[] {
    const all = [...this.#brought].filter(([identity, { cookie }]) => known.get(identity) !== cookie.value)
    return all.map(([, { cookie }]) => cookie)
  }

  /** A step has ended. */
  forget(): void {
    this.#hopsBefore = this.#hops
    this.#hops = new Map()
    this.#brought.clear()
  }

  #foundAfter(hop: Hop, cookies: readonly Protocol.Network.Cookie[], now: number): void {
    const { hostname } = new URL(hop.url)
    for (const cookie of cookies.map((each) => cookieInJar(each, now))) {
      const identity = identityOf(cookie)
      // It came with the first answer after which it was there.
      const isKnown = this.#brought.get(identity)?.cookie.value === cookie.value
      if (!isKnown && covers(cookie.domain, hostname)) this.#brought.set(identity, { cookie, hop })
    }
  }
}
