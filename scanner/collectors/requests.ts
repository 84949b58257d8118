import type { CDPSession, Protocol } from 'puppeteer-core'
import type { Fate, RequestFact, TargetRef } from '../model.ts'
import { bodyNames } from './body-names.ts'
import type { Collector, Pen, Recording, Ticket } from './collector.ts'
import { deferredFetches } from './deferred-fetches.ts'
import { initiatorOf } from './initiator.ts'
import { pagesBefore } from './pages-before.ts'

/** Every request of every target, hop by hop, stamped when it was sent and written when its fate is known. */
export const requests: Collector = {
  id: 'requests',
  sees: ['request'],
  begin: (pen) => new RequestRecording(pen),
}

interface OpenRequest {
  readonly ticket: Ticket
  readonly session: CDPSession
  readonly fact: Mutable<RequestFact>
  /** It was open when the last page ended; by the next time its story is taken as told. */
  isOld: boolean
  /** It was called off when its page was left; that it goes out all the same may be told, and what is answered. */
  isLeft: boolean
  /** The parts of the story that are still to come, in any order. */
  awaits: Set<'end' | 'sent-headers' | 'answer-headers' | 'body'>
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] }

class RequestRecording implements Recording {
  readonly #pen: Pen
  /** Ids are matched across sessions: a frame's document starts in its parent's and ends in its own. */
  readonly #open = new Map<string, OpenRequest[]>()
  readonly #before = pagesBefore()
  readonly #deferred = deferredFetches()
  /** How many hops a redirect chain has had so far. */
  readonly #hops = new Map<string, number>()
  /** Chains that had nothing open at the last flush; by the next they have ended. */
  #idle = new Set<string>()
  /** What the scan held back: a page that is being left calls it aborted, or says nothing of it any more. */
  readonly #held = new Set<string>()
  /** Headers can be told before the request they belong to. */
  readonly #earlyHeaders = new Map<string, Protocol.Network.RequestWillBeSentExtraInfoEvent[]>()
  readonly #earlyAnswers = new Map<string, Protocol.Network.ResponseReceivedExtraInfoEvent[]>()

  constructor(pen: Pen) {
    this.#pen = pen
  }

  attach({ session, ref }: { session: CDPSession; ref: TargetRef }): void {
    session.on('Network.requestWillBeSent', (event) => this.#begun(session, ref, event))
    session.on('Network.requestWillBeSentExtraInfo', (event) => this.#headersSent(event))
    session.on('Network.responseReceived', (event) => this.#answered(event.requestId, event))
    session.on('Network.responseReceivedExtraInfo', (event) => this.#answerHeaders(event))
    session.on('Network.loadingFinished', ({ requestId }) => this.#ended(requestId))
    session.on('Network.loadingFailed', (event) => this.#failed(event))
  }

  /** What a session lost with its page the browser process still tells: the answer to a request on leaving. */
  witness(seen: Protocol.Fetch.RequestPausedEvent): void {
    const { networkId, responseStatusCode, responseHeaders, responseErrorReason, request } = seen
    const id = this.#deferred.idOf(seen)
    if (id !== undefined && responseErrorReason === 'BlockedByClient') this.#held.add(id)
    const open = id === undefined ? undefined : this.#latest(id)
    // Of a deferred one nobody else tells that it goes out.
    if (open && networkId === undefined && responseErrorReason === undefined) takeSentHeaders(open.fact, request)
    if (!open || open.fact.fate === 'answered' || responseStatusCode === undefined) return
    goesOnAs(open.fact, 'answered')
    open.fact.status = responseStatusCode
    open.fact.responseHeaders = Object.fromEntries((responseHeaders ?? []).map(({ name, value }) => [name, value]))
  }

  flush(isLast: boolean): void {
    for (const open of [...this.#open.values()].flat()) {
      if (isLast || open.isOld || open.fact.fate === 'answered') this.#write(open)
      open.isOld = true
    }
    // What is told early is used within moments; a step later it belongs to nothing.
    this.#earlyHeaders.clear()
    this.#earlyAnswers.clear()
    const idle = [...this.#hops.keys()].filter((requestId) => !this.#open.has(requestId))
    for (const requestId of idle) if (this.#idle.has(requestId)) this.#hops.delete(requestId)
    this.#idle = new Set(idle)
    this.#before.end()
  }

  #begun(session: CDPSession, target: TargetRef, event: Protocol.Network.RequestWillBeSentEvent): void {
    const { request, requestId, redirectResponse } = event
    if (/^(data|blob):/.test(request.url)) return
    this.#deferred.told(event)
    const before = redirectResponse ? this.#latest(requestId) : undefined
    if (before && redirectResponse) {
      takeAnswer(before.fact, redirectResponse)
      before.awaits.delete('end')
      if (!event.redirectHasExtraInfo) before.awaits.delete('answer-headers')
      this.#writeWhenWhole(before)
    }
    const hop = redirectResponse ? (this.#hops.get(requestId) ?? 0) + 1 : 0
    if (hop > 0) this.#hops.set(requestId, hop)
    const open: OpenRequest = {
      ticket: this.#pen.stamp(this.#before.has(event.loaderId) ? 'last-words' : 'now'),
      session,
      isOld: false,
      isLeft: false,
      awaits: new Set(['end', 'answer-headers']),
      fact: {
        kind: 'request',
        requestId: hop === 0 ? requestId : `${requestId}#${hop}`,
        url: request.url + (request.urlFragment ?? ''),
        method: request.method,
        resourceType: (event.type ?? 'Other').toLowerCase(),
        fate: 'attempted',
        status: null,
        failure: null,
        fromCache: false,
        headers: request.headers,
        responseHeaders: {},
        bodySha256: null,
        initiator: initiatorOf(event.initiator),
        target,
        frameId: event.frameId ?? null,
        redirectedFrom: hop === 0 ? null : hop === 1 ? requestId : `${requestId}#${hop - 1}`,
      },
    }
    this.#open.set(requestId, [...(this.#open.get(requestId) ?? []), open])
    const early = this.#earlyHeaders.get(requestId)?.shift()
    if (early) takeSentHeaders(open.fact, early)
    const earlyAnswer = this.#earlyAnswers.get(requestId)?.shift()
    if (earlyAnswer) this.#answerHeaders(earlyAnswer)
    if (request.hasPostData) this.#keepBody(open, request)
  }

  #keepBody(open: OpenRequest, request: Protocol.Network.Request): void {
    const parts = request.postDataEntries?.map((entry) => entry.bytes)
    if (parts?.every((part) => part !== undefined) && parts.length > 0) {
      this.#takeBody(open.fact, Buffer.concat(parts.map((part) => Buffer.from(part, 'base64'))))
      return
    }
    open.awaits.add('body')
    const { requestId, url } = open.fact
    open.session
      .send('Network.getRequestPostData', { requestId: requestId.replace(/#\d+$/, '') })
      .then(({ postData, base64Encoded }) => {
        this.#takeBody(open.fact, Buffer.from(postData, base64Encoded ? 'base64' : 'utf8'))
      })
      .catch((reason: unknown) =>
        this.#pen.gap('body-dropped', ['canary-seen'], `body of ${url} could not be read: ${String(reason)}`),
      )
      .finally(() => {
        open.awaits.delete('body')
        this.#writeWhenWhole(open)
      })
  }

  #takeBody(fact: Mutable<RequestFact>, body: Buffer): void {
    if (body.length === 0) return
    fact.bodySha256 = this.#pen.keep(body, 'body')
    const names = bodyNames(body)
    if (names.length > 0) fact.bodyNames = names
  }

  #headersSent(event: Protocol.Network.RequestWillBeSentExtraInfoEvent): void {
    const open = this.#open.get(event.requestId)?.find(({ fact, isLeft }) => fact.fate === 'attempted' || isLeft)
    if (open) {
      if (open.isLeft) goesOnAs(open.fact, 'attempted')
      takeSentHeaders(open.fact, event)
    } else this.#earlyHeaders.set(event.requestId, [...(this.#earlyHeaders.get(event.requestId) ?? []), event])
  }

  #answered(requestId: string, event: Protocol.Network.ResponseReceivedEvent): void {
    const open = this.#latest(requestId)
    if (!open) return
    takeAnswer(open.fact, event.response)
    if (!event.hasExtraInfo) open.awaits.delete('answer-headers')
  }

  #answerHeaders(event: Protocol.Network.ResponseReceivedExtraInfoEvent): void {
    const open = this.#open.get(event.requestId)?.find(({ awaits }) => awaits.has('answer-headers'))
    if (!open) {
      this.#earlyAnswers.set(event.requestId, [...(this.#earlyAnswers.get(event.requestId) ?? []), event])
      return
    }
    open.fact.responseHeaders = event.headers
    open.fact.status = event.statusCode
    if (open.isLeft) goesOnAs(open.fact, 'answered')
    open.awaits.delete('answer-headers')
    this.#writeWhenWhole(open)
  }

  #ended(requestId: string): void {
    const open = this.#latest(requestId)
    if (!open) return
    open.awaits.delete('end')
    this.#writeWhenWhole(open)
  }

  #failed(event: Protocol.Network.LoadingFailedEvent): void {
    const { requestId, errorText, blockedReason, corsErrorStatus, canceled, type } = event
    const open = this.#latest(requestId)
    if (!open) return
    // Nobody but the scan itself blocks as an inspector does: what the state `gated` holds back.
    const reason = blockedReason === 'inspector' ? 'held-back' : blockedReason
    open.fact.failure = reason ?? corsErrorStatus?.corsError ?? errorText
    // An answer whose body was cut short was still an answer; so was one that CORS then hid from the page.
    open.isLeft = canceled === true && MAY_OUTLIVE_PAGE.has(type)
    if (open.fact.fate !== 'answered') open.fact.fate = blockedReason || corsErrorStatus ? 'blocked' : 'failed'
    // Its headers may have been told before this was.
    if (open.isLeft && open.fact.status !== null) goesOnAs(open.fact, 'answered')
    open.awaits.delete('end')
    if (!open.isLeft) open.awaits.delete('answer-headers')
    this.#writeWhenWhole(open)
  }

  #latest(requestId: string): OpenRequest | undefined {
    return this.#open.get(requestId)?.at(-1)
  }

  #writeWhenWhole(open: OpenRequest): void {
    if (open.awaits.size === 0) this.#write(open)
  }

  #write(open: OpenRequest): void {
    const key = open.fact.requestId.replace(/#\d+$/, '')
    const hops = this.#open.get(key)
    if (!hops?.includes(open)) return
    if (this.#held.has(key) && open.fact.fate !== 'answered')
      Object.assign(open.fact, { fate: 'blocked', failure: 'held-back' } satisfies Partial<RequestFact>)
    const left = hops.filter((hop) => hop !== open)
    if (left.length > 0) this.#open.set(key, left)
    else this.#open.delete(key)
    this.#pen.write(open.fact, open.ticket)
  }
}

function goesOnAs(fact: Mutable<RequestFact>, fate: Fate): void {
  fact.fate = fate
  fact.failure = null
}

const MAY_OUTLIVE_PAGE: ReadonlySet<string> = new Set(['Ping', 'Fetch', 'Image', 'XHR'])

function takeSentHeaders(fact: Mutable<RequestFact>, { headers }: { headers: Protocol.Network.Headers }): void {
  fact.headers = headers
  if (fact.fate === 'attempted') fact.fate = 'sent'
}

function takeAnswer(fact: Mutable<RequestFact>, response: Protocol.Network.Response): void {
  fact.fate = 'answered' satisfies Fate
  fact.status = response.status
  fact.fromCache = Boolean(response.fromDiskCache || response.fromPrefetchCache) || isMadeByWorker(response)
  if (Object.keys(fact.responseHeaders).length === 0) fact.responseHeaders = response.headers
}

/** A service worker that passes a request on is seen to make it; what it answers by itself never left the machine. */
function isMadeByWorker({ fromServiceWorker, serviceWorkerResponseSource }: Protocol.Network.Response): boolean {
  return fromServiceWorker === true && serviceWorkerResponseSource !== 'network'
}
