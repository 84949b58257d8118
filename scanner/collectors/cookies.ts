import type { Protocol } from 'puppeteer-core'
import type { StackFrame } from '../model.ts'
import type { Collector, JourneyView, Pen, RecordedTarget, Recording, Tell, Ticket, VisitorsJar } from './collector.ts'
import { deferredFetches } from './deferred-fetches.ts'
import { LastAnswers, type Hop } from './last-answers.ts'
import { pagesBefore } from './pages-before.ts'
import { outcomeOf, scriptWrite, type ScriptWrite } from './script-cookies.ts'
import { cookieInJar, identityOf, parseCookie, type CookieInJar } from './set-cookie.ts'

/** Cookies as history: each write by HTTP or script, what the browser refused, and the jar at the end of a step. */
export const cookies: Collector = {
  id: 'cookies',
  sees: ['cookie-write', 'cookie'],
  begin: (pen) => new CookieRecording(pen),
}

class CookieRecording implements Recording {
  readonly #pen: Pen
  /** The hops of a request that still wait for the headers of their answer. */
  readonly #hops = new Map<string, Hop[]>()
  /** How many hops a redirect chain has had so far. */
  readonly #hopsSoFar = new Map<string, number>()
  /** Headers of answers that were told before their request. */
  readonly #early = new Map<string, Protocol.Network.ResponseReceivedExtraInfoEvent[]>()
  /** Values the jar must hold by what we have seen. */
  readonly #known = new Map<string, string>()
  #scriptWrites: ScriptWrite[] = []
  readonly #before = pagesBefore()
  readonly #deferred = deferredFetches()
  readonly #lastAnswers = new LastAnswers()
  /** Requests that were there when the last step was flushed. */
  #ended = new Set<string>()

  constructor(pen: Pen) {
    this.#pen = pen
  }

  attach({ session, onNativeCall }: RecordedTarget): void {
    session.on('Network.requestWillBeSent', (event) => {
      const { requestId, request, redirectResponse, redirectHasExtraInfo } = event
      const waiting = this.#hops.get(requestId) ?? []
      // A hop answered by the browser itself (cache, HSTS) has no headers to wait for.
      if (redirectResponse && !redirectHasExtraInfo) waiting.shift()
      const hop = redirectResponse ? (this.#hopsSoFar.get(requestId) ?? 0) + 1 : 0
      this.#hopsSoFar.set(requestId, hop)
      this.#deferred.told(event)
      this.#lastAnswers.told(requestId)
      const ticket = this.#before.has(event.loaderId) ? this.#pen.stamp('last-words') : null
      this.#hops.set(requestId, [...waiting, { url: request.url, requestId: hopId(requestId, hop), ticket }])
      const early = this.#early.get(requestId)?.shift()
      if (early) this.#answered(early)
    })
    session.on('Network.responseReceivedExtraInfo', (event) => this.#answered(event))
    onNativeCall((call) => {
      const write = scriptWrite(call, this.#pen.stamp(call.isLastWord ? 'last-words' : 'now'), this.#pen.now())
      if (write) this.#scriptWrites.push(write)
    })
  }

  /** Of what a page sends on being left its session may tell only the headers, or nothing at all. */
  witness(seen: Protocol.Fetch.RequestPausedEvent, jar: VisitorsJar): void {
    if (seen.networkId !== undefined && this.#hopsSoFar.has(seen.networkId)) return
    const requestId = this.#deferred.idOf(seen) ?? seen.requestId
    this.#lastAnswers.witness({ ...seen, requestId }, jar, this.#pen)
  }

  async snapshot(view: JourneyView): Promise<Tell> {
    const found = await this.#read(view)
    return () => {
      this.#explain(found)
      for (const cookie of found) this.#pen.write({ kind: 'cookie', ...cookie })
    }
  }

  async conclude(jar: VisitorsJar): Promise<void> {
    this.#explain(await this.#read(jar))
  }

  async #read({ browser, browserContextId }: VisitorsJar): Promise<readonly CookieInJar[]> {
    await this.#lastAnswers.looked()
    const jar = await browser.send('Storage.getCookies', { browserContextId })
    const now = this.#pen.now()
    return jar.cookies.map((cookie) => cookieInJar(cookie, now))
  }

  /** Tells how all that is in the jar came there. */
  #explain(found: readonly CookieInJar[]): void {
    this.#tellLastAnswers()
    this.#tellScriptWrites(found)
    for (const cookie of found) {
      // Neither an answer nor a call we know of wrote it: the jar itself is the witness.
      if (this.#known.get(identityOf(cookie)) !== cookie.value) this.#tellUnexplained(cookie)
      this.#known.set(identityOf(cookie), cookie.value)
    }
  }

  /** Headers may be told after their request ended; by the next step they have been. */
  flush(isLast: boolean): void {
    this.#tellLastAnswers()
    if (isLast) for (const cookie of this.#lastAnswers.brought(this.#known)) this.#tellUnexplained(cookie)
    for (const requestId of this.#ended) {
      this.#hops.delete(requestId)
      this.#hopsSoFar.delete(requestId)
    }
    this.#ended = new Set(this.#hops.keys())
    this.#lastAnswers.forget()
    this.#before.end()
    this.#early.clear()
  }

  #tellLastAnswers(): void {
    for (const [requestId, answers] of this.#early) {
      const hop = this.#lastAnswers.hopOf(requestId)
      if (hop) for (const answer of answers) this.#cookiesOf(answer, hop)
      if (hop) this.#early.delete(requestId)
    }
  }

  #tellUnexplained(cookie: CookieInJar): void {
    const hop = this.#lastAnswers.bringerOf(cookie)
    if (!hop) return this.#tell(cookie, 'set', null, [])
    const by = { setBy: 'http', requestId: hop.requestId, stack: [] } as const
    this.#pen.write(
      { kind: 'cookie-write', ...cookie, ...by, effect: 'set', refusedBecause: null },
      hop.ticket ?? undefined,
    )
  }

  #tellScriptWrites(jar: readonly CookieInJar[]): void {
    const writes = this.#scriptWrites
    this.#scriptWrites = []
    for (const [index, write] of writes.entries()) {
      const { cookie, effect } = outcomeOf(write, jar, writes.slice(index + 1))
      // One that was written over since is not what the jar must hold.
      if (effect === 'set' && jar.includes(cookie)) this.#known.set(identityOf(cookie), cookie.value)
      this.#tell(cookie, effect, write.ticket, write.stack)
    }
  }

  #tell(
    cookie: CookieInJar,
    effect: 'set' | 'deleted' | 'refused',
    ticket: Ticket | null,
    stack: readonly StackFrame[],
  ): void {
    const refusedBecause = effect === 'refused' ? 'not in the jar at the end of the step' : null
    const draft = {
      kind: 'cookie-write',
      ...cookie,
      setBy: 'script',
      effect,
      refusedBecause,
      requestId: null,
      stack,
    } as const
    this.#pen.write(draft, ticket ?? undefined)
  }

  #answered(event: Protocol.Network.ResponseReceivedExtraInfoEvent): void {
    const hop = this.#hops.get(event.requestId)?.shift()
    if (hop === undefined) {
      this.#early.set(event.requestId, [...(this.#early.get(event.requestId) ?? []), event])
      return
    }
    this.#cookiesOf(event, hop)
  }

  #cookiesOf(event: Protocol.Network.ResponseReceivedExtraInfoEvent, hop: Hop): void {
    for (const line of headerLines(event.headers, 'set-cookie')) this.#writtenByHttp(line, hop, event)
  }

  #writtenByHttp(line: string, hop: Hop, event: Protocol.Network.ResponseReceivedExtraInfoEvent): void {
    const cookie = parseCookie(line, new URL(hop.url), event.cookiePartitionKey?.topLevelSite ?? null, this.#pen.now())
    if (!cookie) return
    const refused = event.blockedCookies.find(({ cookieLine }) => cookieLine === line)
    const deleted = cookie.lifetimeDays !== null && cookie.lifetimeDays <= 0
    if (deleted) this.#known.delete(identityOf(cookie))
    else if (!refused) this.#known.set(identityOf(cookie), cookie.value)
    const draft = {
      kind: 'cookie-write',
      ...cookie,
      setBy: 'http',
      effect: refused ? 'refused' : deleted ? 'deleted' : 'set',
      refusedBecause: refused?.blockedReasons.join(', ') ?? null,
      requestId: hop.requestId,
      stack: [],
    } as const
    this.#pen.write(draft, hop.ticket ?? undefined)
  }
}

/** As `requests.ts` names the hops of a chain. */
function hopId(requestId: string, hop: number): string {
  return hop === 0 ? requestId : `${requestId}#${hop}`
}

function headerLines(headers: Protocol.Network.Headers, name: string): readonly string[] {
  return Object.entries(headers)
    .filter(([key]) => key.toLowerCase() === name)
    .flatMap(([, value]) => value.split('\n'))
}
