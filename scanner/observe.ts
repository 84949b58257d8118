import type { CDPSession } from 'puppeteer-core'
import { watchNativeCalls } from './browser/native-calls.ts'
import { trackQuiet, type Quiet } from './browser/settle.ts'
import { sendUnawaited, type TargetWatch, type WatchedTarget } from './browser/targets.ts'
import type { Witness, Witnessed } from './browser/witness.ts'
import type { Collector, NativeCall, Pen, RecordedTarget, Recording } from './collectors/collector.ts'
import { framesOf } from './collectors/initiator.ts'

export interface ObserveOptions {
  readonly collectors: readonly Collector[]
  readonly pen: Pen
  readonly watch: TargetWatch
  readonly witness: Witness
  readonly browserContextId: string
  /** Our session with the browser. */
  readonly root: CDPSession
  /** Unguessable name for what is armed in the pages' realms. */
  readonly secret: string
  /** Called before anything of a new document is recorded. */
  readonly onNavigation: () => void
}

export interface Observing {
  readonly quiet: Quiet
  /** Inventories at the end of a step; what a collector cannot read becomes a gap. */
  snapshot(): Promise<void>
  /** Writes what is still open; `isLast` when nothing can follow any more. */
  flush(isLast: boolean): void
  /** The page in front, as the browser process knows it; a page that hangs is not asked. */
  page(): Promise<{ readonly url: string; readonly title: string; readonly status: number | null }>
  stop(): void
}

/**
 * Stage 4: attaches the collectors to every target of one browser context before it runs. A collector that fails
 * becomes a gap and leaves the others alone: blindness is recorded, never hidden.
 */
export function observe(options: ObserveOptions): Observing {
  const { pen, browserContextId } = options
  const quiet = trackQuiet()
  const targets = new Map<string, RecordedTarget>()
  const frameIds = new Set<string>()
  const recordings = options.collectors.map((collector) => ({ collector, recording: collector.begin(pen) }))

  const each = (act: (recording: Recording) => void): void => {
    for (const { collector, recording } of recordings) {
      try {
        act(recording)
      } catch (reason) {
        pen.gap('collector-failed', collector.sees, `${collector.id}: ${String(reason)}`)
      }
    }
  }

  const attach = (watched: WatchedTarget): void => {
    if (watched.browserContextId !== browserContextId) return
    sendUnawaited(watched.session, 'Network.enable', { maxPostDataSize: MAX_INLINE_BODY_BYTES })
    if (HAS_DOCUMENT.has(watched.ref.type)) sendUnawaited(watched.session, 'Page.enable')
    const target = recordedTarget(watched, options.secret)
    targets.set(target.ref.targetId, target)
    frameIds.add(target.ref.targetId)
    target.session.on('Page.frameAttached', ({ frameId }) => frameIds.add(frameId))
    target.session.on('Network.requestWillBeSent', (event) => {
      const isNewDocument = event.requestId === event.loaderId && event.frameId === target.ref.targetId
      if (!isNewDocument || target.ref.type !== 'page' || event.redirectResponse) return
      // What the page before left open will never be told to end.
      quiet.reset()
      options.onNavigation()
    })
    target.session.on('Network.responseReceived', ({ type, frameId, response }) => {
      if (type === 'Document' && frameId === target.ref.targetId && target.ref.type === 'page') status = response.status
    })
    quiet.watch(target.session)
    each((recording) => recording.attach(target))
  }

  const see = (seen: Witnessed): void => {
    if (!frameIds.has(seen.frameId)) return
    quiet.stir()
    if (seen.networkId !== undefined && (seen.responseStatusCode ?? seen.responseErrorReason) !== undefined) {
      quiet.answered(seen.networkId)
    }
    each((recording) => recording.witness?.(seen))
  }

  /** Status of the last document of the page in front. */
  let status: number | null = null

  const unsubscribe = [
    options.watch.onTarget(attach),
    options.watch.onGone(({ ref, session }) => {
      targets.delete(ref.targetId)
      quiet.forget(session)
    }),
    options.witness.onRequest(see),
  ]

  const inventory = async (collector: Collector, recording: Recording): Promise<void> => {
    try {
      const view = { browser: options.root, browserContextId, targets: pagesFirst(targets.values()) }
      await within(SNAPSHOT_LIMIT_MS, recording.snapshot?.(view))
    } catch (reason) {
      pen.gap('collector-failed', collector.sees, `${collector.id}: ${String(reason)}`)
    }
  }

  return {
    quiet,
    snapshot: async () => {
      await Promise.all(recordings.map(({ collector, recording }) => inventory(collector, recording)))
    },
    flush: (isLast) => each((recording) => recording.flush?.(isLast)),
    page: async () => {
      const page = pagesFirst(targets.values()).find(({ ref }) => ref.type === 'page')
      if (!page) return { url: '', title: '', status: null }
      const { targetInfo } = await options.root.send('Target.getTargetInfo', { targetId: page.ref.targetId })
      return { url: targetInfo.url, title: targetInfo.title, status }
    },
    stop: () => {
      for (const end of unsubscribe) end()
    },
  }
}

/** Bodies up to this size come with the request; larger ones are fetched. */
const MAX_INLINE_BODY_BYTES = 1_048_576

/** A page that hangs answers nothing; what it cannot tell in this time is a gap. */
const SNAPSHOT_LIMIT_MS = 5_000

const HAS_DOCUMENT = new Set(['page', 'iframe'])

function recordedTarget({ ref, session }: WatchedTarget, secret: string): RecordedTarget {
  const listeners = new Set<(call: NativeCall) => void>()
  watchNativeCalls(session, ref.type, secret, (call) => {
    const told: NativeCall = { ...call, stack: framesOf(call.stack) }
    for (const listener of listeners) listener(told)
  })
  return { ref, session, onNativeCall: (listener) => void listeners.add(listener) }
}

async function within(limitMs: number, work: Promise<void> | undefined): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer in ${limitMs} ms`)), limitMs)
  })
  try {
    await Promise.race([work, limit])
  } finally {
    clearTimeout(timer)
  }
}

function pagesFirst(targets: Iterable<RecordedTarget>): readonly RecordedTarget[] {
  return [...targets].toSorted((a, b) => Number(b.ref.type === 'page') - Number(a.ref.type === 'page'))
}
