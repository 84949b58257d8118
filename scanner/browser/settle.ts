import type { CDPSession } from 'puppeteer-core'
import { MAY_OUTLIVE } from './witness.ts'

/**
 * Says when a page has gone quiet: nothing in flight, on any of its targets, for a given time. Sockets and event
 * streams are not waited for, nor is the body of a fetch: it counts as done when its answer begins, because a body that
 * nobody reads may never end.
 */
export interface Quiet {
  watch(session: CDPSession): void
  /** This target is gone; its requests will never be told to end. */
  forget(session: CDPSession): void
  /** The browser process saw an answer that a session may have lost with its page. */
  answered(requestId: string): void
  /** Something else happened that quiet has to wait for. */
  stir(): void
  /** Something happened that quiet need not wait for, but that a lull begins anew after: what was read in it is of before. */
  touch(): void
  /** The page is gone; nothing of it is in flight any more. */
  reset(): void
  /** The last page is being left: from now on what may outlive it counts until it is answered, beacons too. */
  leave(): void
  /** The browser process saw this being asked, of the kind that may outlive its page. */
  asked(requestId: string): void
  /** True once quiet; false when `timeoutMs` passed first or the signal was raised. */
  settled(settleMs: number, timeoutMs: number, signal: AbortSignal, lull?: Lull): Promise<boolean>
}

/** The time before quiet is certain, in which something may be begun that is worth nothing if it is not quiet after all. */
export interface Lull {
  /** It begins when nothing has happened for this long. */
  readonly afterMs: number
  begins(): void
  /** Something happened before it was quiet. */
  ends(): void
}

export function trackQuiet(): Quiet {
  /** Request -> the session it was begun in. */
  const inFlight = new Map<string, CDPSession>()
  const bodyMatters = new Set<string>()
  /** Asked by a page that is being left. */
  const unanswered = new Set<string>()
  /** Requests that end with their page; the browser process calls a fetch that may outlive it by the same name. */
  const mortal = new Set<string>()
  let isLeaving = false
  const waiting = new Set<Waiting>()
  const active = (): void => {
    for (const { restart } of waiting) restart()
  }
  const done = (requestId: string): void => {
    bodyMatters.delete(requestId)
    if (!isLeaving) mortal.delete(requestId)
    if (inFlight.delete(requestId)) active()
  }

  return {
    watch(session) {
      session.on('Network.requestWillBeSent', ({ requestId, request, type }) => {
        if (type === 'XHR') {
          mortal.add(requestId)
          unanswered.delete(requestId)
        } else if (isLeaving && MAY_OUTLIVE.has(type ?? '')) unanswered.add(requestId)
        if (isLeaving || /^(data|blob):/.test(request.url) || type === 'EventSource' || type === 'Ping') return
        inFlight.set(requestId, session)
        if (type === 'Document' || type === 'Script' || type === 'Stylesheet') bodyMatters.add(requestId)
        active()
      })
      session.on('Network.responseReceived', ({ requestId }) => {
        if (!bodyMatters.has(requestId)) done(requestId)
      })
      session.on('Network.loadingFinished', ({ requestId }) => done(requestId))
      session.on('Network.loadingFailed', ({ requestId }) => done(requestId))
      // One that is being started asks for nothing yet, and may ask for much as soon as it runs.
      session.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
        for (const { versionId, runningStatus } of versions) {
          const worker = `service worker ${versionId}`
          if (runningStatus !== 'starting') done(worker)
          else if (!isLeaving && !inFlight.has(worker)) {
            inFlight.set(worker, session)
            active()
          }
        }
      })
    },
    forget: (session) => {
      for (const [requestId, begunIn] of inFlight) if (begunIn === session) inFlight.delete(requestId)
      active()
    },
    leave: () => {
      isLeaving = true
      inFlight.clear()
      active()
    },
    asked: (requestId) => {
      if (isLeaving && !mortal.has(requestId)) unanswered.add(requestId)
      active()
    },
    answered: (requestId) => {
      if (unanswered.delete(requestId)) active()
      if (!bodyMatters.has(requestId)) done(requestId)
    },
    stir: active,
    touch: () => {
      for (const { lullAgain } of waiting) lullAgain()
    },
    reset: () => {
      inFlight.clear()
      active()
    },
    settled: (settleMs, timeoutMs, signal, lull) =>
      new Promise((resolve) => {
        let timer: NodeJS.Timeout | undefined
        let lullTimer: NodeJS.Timeout | undefined
        let isLull = false
        const limit = setTimeout(() => finish(false), timeoutMs)
        const cancelled = (): void => finish(false)
        const beginLull = (): void => {
          isLull = true
          lull?.begins()
        }
        const endLull = (): void => {
          clearTimeout(lullTimer)
          if (isLull) lull?.ends()
          isLull = false
        }
        const isAtRest = (): boolean => inFlight.size + unanswered.size === 0
        const lullAgain = (): void => {
          endLull()
          if (lull && isAtRest()) lullTimer = setTimeout(beginLull, lull.afterMs)
        }
        const restart = (): void => {
          clearTimeout(timer)
          lullAgain()
          if (isAtRest()) timer = setTimeout(() => finish(true), settleMs)
        }
        const here: Waiting = { restart, lullAgain }
        const finish = (quiet: boolean): void => {
          if (!quiet) endLull()
          clearTimeout(timer)
          clearTimeout(lullTimer)
          clearTimeout(limit)
          signal.removeEventListener('abort', cancelled)
          waiting.delete(here)
          // What is still open belongs to this page; the next one starts with a clean slate.
          if (!quiet) inFlight.clear()
          resolve(quiet)
        }
        signal.addEventListener('abort', cancelled, { once: true })
        waiting.add(here)
        if (signal.aborted) finish(false)
        else restart()
      }),
  }
}

/** Somebody who waits for quiet. */
interface Waiting {
  restart(): void
  lullAgain(): void
}
