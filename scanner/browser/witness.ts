import type { CDPSession, Protocol } from 'puppeteer-core'

export type Witnessed = Protocol.Fetch.RequestPausedEvent

export interface Witness {
  onRequest(listener: (seen: Witnessed) => void): () => void
}

/**
 * A second pair of eyes in the browser process. A page that is being left takes its session's events with it: what it
 * sends on pagehide, visibilitychange and unload reaches the server, and no `Network` event tells of it. A `Fetch`
 * session with the browser itself is never detached. Every request is let on at once, unchanged; it must stand before
 * the first page does.
 */
export async function witnessRequests(root: CDPSession): Promise<Witness> {
  const listeners = new Set<(seen: Witnessed) => void>()
  root.on('Fetch.requestPaused', (seen) => {
    // A request whose page is gone by now may be over already; there is nothing to let on then.
    void root.send('Fetch.continueRequest', { requestId: seen.requestId }).catch(() => undefined)
    for (const listener of listeners) listener(seen)
  })
  await root.send('Fetch.enable', {
    patterns: [
      { urlPattern: '*', requestStage: 'Request' },
      { urlPattern: '*', requestStage: 'Response' },
    ],
  })
  return {
    onRequest(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
