import type { CDPSession, Protocol } from 'puppeteer-core'
import type { TargetRef } from '../model.ts'

/** A page, frame or worker of one browser context, with a session of ours opened before its first instruction. */
export interface WatchedTarget {
  readonly ref: TargetRef
  readonly session: CDPSession
  readonly browserContextId: string
}

export interface TargetWatch {
  /** Called while the target is paused; it runs on once every listener has sent its commands. */
  onTarget(listener: (target: WatchedTarget) => void): () => void
  onGone(listener: (target: WatchedTarget) => void): () => void
}

/**
 * Attaches to every target of the browser before it runs (paused, flattened), nested ones included. Commands to a
 * paused target are sent in one batch and never awaited: an awaited answer would hold its first request back for ever.
 */
export async function watchTargets(root: CDPSession): Promise<TargetWatch> {
  const arrivals = new Set<(target: WatchedTarget) => void>()
  const departures = new Set<(target: WatchedTarget) => void>()
  /** By session, with the session it was announced by. */
  const watched = new Map<string, WatchedTarget & { readonly parentId: string }>()

  const listenOn = (parent: CDPSession): void => {
    parent.on('Target.attachedToTarget', (event) => arrive(parent, event))
    parent.on('Target.detachedFromTarget', ({ sessionId }) => depart(sessionId))
  }

  const arrive = (parent: CDPSession, event: Protocol.Target.AttachedToTargetEvent): void => {
    const session = root.connection()?.session(event.sessionId)
    if (!session) return
    const { targetId, type, url, browserContextId = '' } = event.targetInfo
    // Workers are announced by the browser and by their page. One session records, and lets it run when it is ready;
    // word from the other could come before.
    const isKnown = [...watched.values()].some((target) => target.ref.targetId === targetId)
    const isBrowsersOwn = /^(chrome|devtools|chrome-extension):/.test(url)
    if (!isKnown && !isBrowsersOwn) {
      const target = { ref: { targetId, type, url }, session, browserContextId, parentId: parent.id() }
      watched.set(event.sessionId, target)
      listenOn(session)
      for (const listener of arrivals) listener(target)
      sendUnawaited(session, 'Target.setAutoAttach', AUTO_ATTACH)
    }
    if (!isKnown) sendUnawaited(session, 'Runtime.runIfWaitingForDebugger')
    if (isKnown || isBrowsersOwn) sendUnawaited(parent, 'Target.detachFromTarget', { sessionId: event.sessionId })
  }

  const depart = (sessionId: string): void => {
    const target = watched.get(sessionId)
    if (!target) return
    watched.delete(sessionId)
    for (const listener of departures) listener(target)
    // What ends with its page is not told apart: nobody is left to tell.
    for (const [child, { parentId }] of watched) if (parentId === sessionId) depart(child)
  }

  listenOn(root)
  await root.send('Target.setAutoAttach', AUTO_ATTACH)
  return {
    onTarget: (listener) => subscribe(arrivals, listener),
    onGone: (listener) => subscribe(departures, listener),
  }
}

const AUTO_ATTACH: Protocol.Target.SetAutoAttachRequest = {
  autoAttach: true,
  waitForDebuggerOnStart: true,
  flatten: true,
}

/** Sends without waiting. A target that is gone by then has nothing more to tell; its absence is seen elsewhere. */
export const sendUnawaited: Unawaited<CDPSession['send']> = (session, ...command) => {
  void session.send(...command).catch(() => undefined)
}

type Unawaited<Send extends (...command: never[]) => unknown> = (
  session: CDPSession,
  ...command: Parameters<Send>
) => void

function subscribe<L>(listeners: Set<L>, listener: L): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
