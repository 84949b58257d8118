import { bodyNames } from '../collectors/body-names.ts'
import type { Pen } from '../collectors/collector.ts'
import type { RequestFact } from '../model.ts'
import type { HarEntry } from './entry.ts'

interface Hop {
  readonly id: string
  readonly base: string
  readonly number: number
}

/** Writes entries as requests, hop by hop, each with the body it sent. */
export class RequestTeller {
  readonly #pen: Pen
  readonly #run: number
  #count = 0
  /** Where a redirect led -> the hop that it came from. */
  readonly #awaited = new Map<string, Hop>()

  constructor(pen: Pen, run: number) {
    this.#pen = pen
    this.#run = run
  }

  /** Returns the id of the request. */
  tell(entry: HarEntry, pageUrl: string): string {
    const { href } = entry.url
    const from = this.#awaited.get(withoutHash(href))
    this.#awaited.delete(withoutHash(href))
    const base = from?.base ?? `har-${this.#run}-${++this.#count}`
    const number = from ? from.number + 1 : 0
    const id = number === 0 ? base : `${base}#${number}`
    if (entry.redirectsTo !== null) this.#awaited.set(entry.redirectsTo, { id, base, number })
    const names = entry.body === null ? [] : bodyNames(entry.body)
    const fact: RequestFact = {
      kind: 'request',
      requestId: id,
      url: href,
      method: entry.method,
      resourceType: entry.resourceType,
      fate: entry.fate,
      status: entry.status,
      failure: entry.failure,
      fromCache: entry.fromCache,
      headers: entry.headers,
      responseHeaders: entry.responseHeaders,
      bodySha256: entry.body === null ? null : this.#pen.keep(entry.body, 'body'),
      ...(names.length > 0 && { bodyNames: names }),
      initiator: entry.initiator,
      target: { targetId: `har-${this.#run}`, type: 'page', url: pageUrl },
      frameId: null,
      redirectedFrom: from?.id ?? null,
    }
    this.#pen.write(fact)
    return id
  }
}

function withoutHash(url: string): string {
  return url.split('#')[0] ?? url
}
