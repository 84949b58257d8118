import type { Protocol } from 'puppeteer-core'

/**
 * What a page hands over with `fetchLater` goes out when it is left, or later than that. Its page tells of it under a
 * name of its own, and the browser process sees it under none: its method and address join the two.
 */
export interface DeferredFetches {
  /** A page's session tells of a request. */
  told(event: Protocol.Network.RequestWillBeSentEvent): void
  /** By which name a session tells of what the browser process sees; undefined when none does. */
  idOf(seen: Protocol.Fetch.RequestPausedEvent): string | undefined
}

export function deferredFetches(): DeferredFetches {
  const waiting = new Map<string, string[]>()
  /** By the name under which the browser process lets it on. */
  const joined = new Map<string, string>()
  return {
    told({ requestId, request, type }) {
      if (type !== 'Fetch' || !OWN_NAME.test(requestId)) return
      const what = `${request.method} ${request.url}`
      waiting.set(what, [...(waiting.get(what) ?? []), requestId])
    },
    idOf({ networkId, requestId, request }) {
      if (networkId !== undefined) return networkId
      const known = joined.get(requestId)
      if (known !== undefined) return known
      const what = `${request.method} ${request.url}`
      const [id, ...others] = waiting.get(what) ?? []
      if (id === undefined) return undefined
      if (others.length > 0) waiting.set(what, others)
      else waiting.delete(what)
      joined.set(requestId, id)
      return id
    },
  }
}

/** The names of other fetches have their process in front. */
const OWN_NAME = /^[0-9A-F]{32}$/
