import type { IsolatedFrames } from './isolated-frames.ts'

/** Says when anything of a page has changed: documents, shadow roots, frames, navigation, answers, storage. */
export interface PageChanges {
  /** True at the next change (or one since the last call), false after `withinMs`. Throws when the signal is raised. */
  next(withinMs: number, signal: AbortSignal): Promise<boolean>
  onChange(listener: () => void): () => void
  stop(): Promise<void>
}

/** Of the documents alone, which cost the page next to nothing to watch. */
export interface DocumentWatch {
  stop(): Promise<void>
}

/** Calls `onChange` when a document that is there now, or a shadow root in it, changes. */
export async function watchDocuments(frames: IsolatedFrames, onChange: () => void): Promise<DocumentWatch> {
  const forget = frames.onTold(({ text }) => {
    if (text === WATCH) onChange()
  })
  const list = await frames.list()
  await Promise.all(list.map((frame) => frame.run(observe, WATCH)))
  return {
    stop: async () => {
      forget()
      await Promise.all(list.map((frame) => frame.run(unobserve)))
    },
  }
}

export async function watchPageChanges(frames: IsolatedFrames): Promise<PageChanges> {
  const waiting = new Set<() => void>()
  const listeners = new Set<() => void>()
  let missed = false
  let stopped = false
  const changed = (): void => {
    missed = waiting.size === 0
    for (const wake of waiting) wake()
    for (const listener of listeners) listener()
  }
  const observeAll = async (): Promise<void> => {
    const list = await frames.list()
    await Promise.all(list.map((frame) => frame.run(observe, WATCH)))
  }
  const framesChanged = (): void => {
    if (stopped) return
    changed()
    void observeAll().catch(() => undefined)
  }

  const forget = frames.onTold(({ text }) => {
    if (text === WATCH) changed()
  })
  frames.onSession((session) => {
    for (const event of FRAME_EVENTS) session.on(event, framesChanged)
    for (const event of OTHER_EVENTS) session.on(event, changed)
    void Promise.all([session.send('Network.enable'), session.send('DOMStorage.enable')]).catch(() => undefined)
  })
  await observeAll()

  return {
    next: (withinMs, signal) =>
      new Promise((resolve, reject) => {
        signal.throwIfAborted()
        if (missed) {
          missed = false
          resolve(true)
          return
        }
        const finish = (end: () => void): void => {
          clearTimeout(timer)
          waiting.delete(wake)
          signal.removeEventListener('abort', cancel)
          end()
        }
        const wake = (): void => finish(() => resolve(true))
        const cancel = (): void => finish(() => reject(signal.reason as Error))
        const timer = setTimeout(() => finish(() => resolve(false)), withinMs)
        waiting.add(wake)
        signal.addEventListener('abort', cancel, { once: true })
      }),
    onChange: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    stop: async () => {
      stopped = true
      forget()
      const list = await frames.list().catch(() => [])
      await Promise.all(list.map((frame) => frame.run(unobserve)))
    },
  }
}

const WATCH = 'changed'
const FRAME_EVENTS = [
  'Page.frameAttached',
  'Page.frameDetached',
  'Page.frameNavigated',
  'Page.loadEventFired',
  'Target.detachedFromTarget',
] as const
const OTHER_EVENTS = [
  'Network.loadingFinished',
  'DOMStorage.domStorageItemAdded',
  'DOMStorage.domStorageItemUpdated',
] as const

interface Observing {
  tagtrailTell?(text: string): void
  tagtrailUnobserve?(): void
}

/** Runs in the page, in our world: tells at once, then at most twenty times a second. */
function observe(word: string): void {
  const ours = globalThis as Observing
  if (ours.tagtrailUnobserve) return
  const restMs = 50
  let resting = false
  let again = false
  const tell = (): void => {
    if (resting) {
      again = true
      return
    }
    ours.tagtrailTell?.(word)
    resting = true
    again = false
    setTimeout(() => {
      resting = false
      if (again) tell()
    }, restMs)
  }

  const roots = new WeakSet<Node>()
  const observer = new MutationObserver((records) => {
    for (const { addedNodes } of records) for (const node of addedNodes) findRoots(node)
    tell()
  })
  // Shadow roots are documents of their own to an observer.
  const findRoots = (node: Node): void => {
    if (!(node instanceof Element) && !(node instanceof Document) && !(node instanceof ShadowRoot)) return
    const all = [...(node instanceof Element ? [node] : []), ...node.querySelectorAll('*')]
    for (const { shadowRoot } of all) if (shadowRoot) watch(shadowRoot)
  }
  const watch = (root: Node): void => {
    if (roots.has(root)) return
    roots.add(root)
    observer.observe(root, { subtree: true, childList: true, attributes: true, characterData: true })
    findRoots(root)
  }

  const moments = ['transitionend', 'animationend', 'scroll', 'load', 'toggle', 'close'] as const
  for (const moment of moments) addEventListener(moment, tell, { capture: true, passive: true })
  const cookies = (globalThis as { cookieStore?: EventTarget }).cookieStore
  cookies?.addEventListener('change', tell)
  watch(document)
  ours.tagtrailUnobserve = () => {
    observer.disconnect()
    for (const moment of moments) removeEventListener(moment, tell, { capture: true })
    cookies?.removeEventListener('change', tell)
    delete ours.tagtrailUnobserve
  }
}

/** Runs in the page, in our world. */
function unobserve(): void {
  const ours = globalThis as Observing
  ours.tagtrailUnobserve?.()
}
