import type { CDPSession, Protocol } from 'puppeteer-core'
import type { Credentials } from './credentials.ts'

export type Witnessed = Protocol.Fetch.RequestPausedEvent

export interface Witness {
  onRequest(listener: (seen: Witnessed) => void): () => void
}

/**
 * A second pair of eyes in the browser process. A page that is being left takes its session's events with it: what it
 * sends on pagehide, visibilitychange and unload reaches the server, and no `Network` event tells of it. A `Fetch`
 * session with the browser itself is never detached. Every request is let on at once, unchanged unless the plan gives
 * credentials, or it is held back as the state `gated` asks; it must stand before the first page does.
 */
export async function witnessRequests(
  root: CDPSession,
  credentials?: Credentials,
  isHeldBack: (seen: Witnessed) => boolean = () => false,
): Promise<Witness> {
  const listeners = new Set<(seen: Witnessed) => void>()
  root.on('Fetch.requestPaused', (seen) => {
    // A request whose page is gone by now may be over already; there is nothing to let on then.
    const { requestId, request } = seen
    if (isOnItsWay(seen) && isHeldBack(seen)) {
      void root.send('Fetch.failRequest', { requestId, errorReason: HELD_BACK }).catch(() => undefined)
      for (const listener of listeners)
        for (const told of [seen, { ...seen, responseErrorReason: HELD_BACK }]) listener(told)
      return
    }
    const headers = (isOnItsWay(seen) && credentials?.headersOf(request)) || null
    void root.send('Fetch.continueRequest', { requestId, ...(headers && { headers }) }).catch(() => undefined)
    for (const listener of listeners) listener(seen)
  })
  root.on('Fetch.authRequired', (event) => {
    const authChallengeResponse = credentials?.answer(event) ?? { response: 'Default' }
    const { requestId } = event
    void root.send('Fetch.continueWithAuth', { requestId, authChallengeResponse }).catch(() => undefined)
  })
  await root.send('Fetch.enable', {
    handleAuthRequests: credentials?.areAskedFor ?? false,
    patterns: [
      { urlPattern: '*', requestStage: 'Request' },
      ...OUTLIVING.map((resourceType) => ({ urlPattern: '*', requestStage: 'Response' as const, resourceType })),
    ],
  })
  return {
    onRequest(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

/** As which a page sees a request that the scan itself held back, in the state `gated` only. */
export const HELD_BACK = 'BlockedByClient' as const

/** What is answered after its page has gone, as the browser process calls it; the answers to all else are its page's. */
const OUTLIVING = ['Image', 'Ping', 'XHR', 'Fetch', 'CSPViolationReport', 'Other'] as const
export const MAY_OUTLIVE: ReadonlySet<string> = new Set(OUTLIVING)

/** A request of a kind whose answer is seen here too. */
export function isAskedHere(seen: Witnessed): boolean {
  return isOnItsWay(seen) && MAY_OUTLIVE.has(seen.resourceType)
}

function isOnItsWay({ responseStatusCode, responseErrorReason }: Witnessed): boolean {
  return responseStatusCode === undefined && responseErrorReason === undefined
}
