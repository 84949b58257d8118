import type { Protocol } from 'puppeteer-core'
import type { RequestFact } from '../model.ts'
import { bodyNames } from './body-names.ts'
import type { Collector, Pen, RecordedTarget, Recording, Ticket } from './collector.ts'
import { deferredFetches } from './deferred-fetches.ts'

/**
 * Requests no target tells of: what a page or frame sends while it is being left or removed. The browser process saw
 * them; a request that a target's own session tells as well is not written twice.
 */
export const lastWords: Collector = {
  id: 'last-words',
  sees: ['request'],
  begin: (pen) => new LastWordsRecording(pen),
}

interface Untold {
  readonly ticket: Ticket
  fact: RequestFact
  /** A target may tell of it a moment later than the browser does; it has one more flush to do so. */
  isOld: boolean
}

class LastWordsRecording implements Recording {
  readonly #pen: Pen
  #told = new Set<string>()
  /** The browser may tell of a request a moment after its target did, when the page has ended in between. */
  #toldBefore = new Set<string>()
  readonly #untold = new Map<string, Untold[]>()
  readonly #deferred = deferredFetches()

  constructor(pen: Pen) {
    this.#pen = pen
  }

  attach({ session }: RecordedTarget): void {
    session.on('Network.requestWillBeSent', (event) => {
      const { requestId } = event
      this.#deferred.told(event)
      this.#told.add(requestId)
      this.#untold.delete(requestId)
    })
  }

  witness(seen: Protocol.Fetch.RequestPausedEvent): void {
    const id = this.#deferred.idOf(seen) ?? seen.requestId
    if (this.#told.has(id) || this.#toldBefore.has(id)) return
    const hops = this.#untold.get(id) ?? []
    const last = hops.at(-1)
    const isAnswer = seen.responseStatusCode !== undefined || seen.responseErrorReason !== undefined
    if (isAnswer) {
      if (last) last.fact = answered(last.fact, seen)
      return
    }
    // A request that is paused again before it is sent is the next hop of a redirect.
    const requestId = hops.length === 0 ? id : `${id}#${hops.length}`
    const fact = this.#factOf(requestId, seen, last?.fact.requestId ?? null)
    this.#untold.set(id, [...hops, { ticket: this.#pen.stamp('last-words'), fact, isOld: false }])
  }

  flush(isLast: boolean): void {
    for (const [id, hops] of this.#untold) {
      if (isLast || hops.every(({ isOld }) => isOld)) {
        this.#untold.delete(id)
        for (const { fact, ticket } of hops) this.#pen.write(fact, ticket)
      }
      for (const hop of hops) hop.isOld = true
    }
    this.#toldBefore = this.#told
    this.#told = new Set()
  }

  #factOf(
    requestId: string,
    { request, resourceType, frameId }: Protocol.Fetch.RequestPausedEvent,
    redirectedFrom: string | null,
  ): RequestFact {
    const parts = request.postDataEntries?.flatMap(({ bytes }) => (bytes === undefined ? [] : [bytes])) ?? []
    const body = Buffer.concat(parts.map((part) => Buffer.from(part, 'base64')))
    const names = bodyNames(body)
    return {
      kind: 'request',
      requestId,
      url: request.url + (request.urlFragment ?? ''),
      method: request.method,
      resourceType: resourceType.toLowerCase(),
      fate: 'sent',
      status: null,
      failure: null,
      fromCache: false,
      headers: request.headers,
      responseHeaders: {},
      bodySha256: body.length > 0 ? this.#pen.keep(body, 'body') : null,
      ...(names.length > 0 && { bodyNames: names }),
      initiator: { type: 'other', url: null, line: null, stack: [] },
      target: { targetId: frameId, type: 'leaving', url: '' },
      frameId,
      redirectedFrom,
    }
  }
}

function answered(fact: RequestFact, seen: Protocol.Fetch.RequestPausedEvent): RequestFact {
  if (seen.responseErrorReason === 'BlockedByClient') return { ...fact, fate: 'blocked', failure: 'held-back' }
  if (seen.responseErrorReason !== undefined) return { ...fact, fate: 'failed', failure: seen.responseErrorReason }
  const responseHeaders = Object.fromEntries((seen.responseHeaders ?? []).map(({ name, value }) => [name, value]))
  // The browser process calls both so; one that outlives its page is a fetch that was asked to be kept alive.
  const resourceType = fact.resourceType === 'xhr' ? 'fetch' : fact.resourceType
  return { ...fact, resourceType, fate: 'answered', status: seen.responseStatusCode ?? null, responseHeaders }
}
