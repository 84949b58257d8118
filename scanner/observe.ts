import type { CDPSession } from 'puppeteer-core'
import { answerDialogs } from './browser/dialogs.ts'
import { watchNativeCalls, type NativeWatch } from './browser/native-calls.ts'
import { trackQuiet, type Quiet } from './browser/settle.ts'
import { sendUnawaited, type TargetWatch, type WatchedTarget } from './browser/targets.ts'
import { unlessLate } from './browser/unless-late.ts'
import { isAskedHere, type Witness, type Witnessed } from './browser/witness.ts'
import type { Collector, NativeCall, Pen, RecordedTarget, Recording, Tell } from './collectors/collector.ts'
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
  /** The visitor's page is another one from now on; until told, it is the first that was seen. */
  turnTo(targetId: string): void
  /** Begins the inventories at the end of a step; what a collector cannot read in time becomes a gap. */
  inventory(options?: SnapshotOptions): Inventory
  /** An inventory that counts as it is read. True when all was read. */
  snapshot(options?: SnapshotOptions): Promise<boolean>
  /** Reads what became of the last page's last words, once it has been left. */
  conclude(options?: SnapshotOptions): Promise<void>
  /** Writes what is still open; `isLast` when nothing can follow any more. */
  flush(isLast: boolean): void
  /** The page in front, as the browser process knows it; a page that hangs is not asked. */
  page(): Promise<{ readonly url: string; readonly title: string; readonly status: number | null }>
  stop(): void
}

/** It may begin before it is certain that what it reads will count; of one that is never told nothing stays. */
export interface Inventory {
  /** True when all was read. */
  readonly isWhole: Promise<boolean>
  /** Writes what has been read, and what is still to be read as soon as it is. */
  tell(): void
}

export interface SnapshotOptions {
  readonly limitMs?: number
  readonly signal?: AbortSignal
}

/**
 * Stage 4: attaches the collectors to every target of one browser context before it runs. A collector that fails
 * becomes a gap and leaves the others alone: blindness is recorded, never hidden.
 */
export function observe(options: ObserveOptions): Observing {
  const { pen, browserContextId } = options
  const quiet = trackQuiet()
  const targets = new Map<string, ObservedTarget>()
  const frameIds = new Set<string>()
  /** Frames that were removed; a word of theirs may still come for a step. */
  let removed = new Set<string>()
  let removedBefore = new Set<string>()
  const jar = { browser: options.root, browserContextId }
  let sessions = 0
  const everything = [...new Set(options.collectors.flatMap(({ sees }) => sees))]
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
    if (HAS_DOCUMENT.has(watched.ref.type)) {
      sendUnawaited(watched.session, 'Page.enable')
      answerDialogs(watched.session)
    }
    if (watched.ref.type === 'page') front ??= watched.ref.targetId
    // A name for each session: two of one process would else both tell what happens in the other's realms.
    const target = observedTarget(watched, `${options.secret}_${sessions++}`)
    target.onNativeCall(({ count }) => {
      // A write makes what was read before it old; that something was read changes nothing.
      if (count === null) quiet.touch()
    })
    targets.set(target.ref.targetId, target)
    frameIds.add(target.ref.targetId)
    target.session.on('Page.frameAttached', ({ frameId }) => {
      quiet.touch()
      frameIds.add(frameId)
    })
    // An answer may bring cookies, though quiet does not wait for what it answers.
    target.session.on('Network.responseReceivedExtraInfo', () => quiet.touch())
    for (const event of STORAGE_EVENTS) target.session.on(event, () => quiet.touch())
    target.session.on('Page.frameDetached', ({ frameId, reason }) => {
      quiet.touch()
      if (reason === 'remove') removed.add(frameId)
    })
    target.session.on('Network.requestWillBeSent', (event) => {
      const isNewDocument = event.requestId === event.loaderId && event.frameId === target.ref.targetId
      if (!isNewDocument || target.ref.targetId !== front || event.redirectResponse) return
      // What the page before left open will never be told to end.
      quiet.reset()
      for (const { calls } of targets.values()) calls.leave()
      options.onNavigation()
    })
    target.session.on('Network.responseReceived', ({ type, frameId, response }) => {
      if (type === 'Document' && frameId === target.ref.targetId && frameId === front) status = response.status
    })
    target.session.on('Inspector.targetCrashed', () => {
      // Nothing of it will be told to end.
      quiet.forget(target.session)
      if (target.ref.targetId !== front && !ENDS_AS_IF_CRASHED.has(target.ref.type))
        pen.gap('target-lost', everything, `${watched.ref.type} ${watched.ref.url} crashed`)
    })
    quiet.watch(target.session)
    each((recording) => recording.attach(target))
  }

  const see = (seen: Witnessed): void => {
    if (!frameIds.has(seen.frameId)) return
    quiet.stir()
    const id = seen.networkId ?? seen.requestId
    if (isAskedHere(seen)) quiet.asked(id)
    if ((seen.responseStatusCode ?? seen.responseErrorReason) !== undefined) quiet.answered(id)
    each((recording) => recording.witness?.(seen, jar))
  }

  let front: string | null = null
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

  const inTime = async <Read>(
    { limitMs = SNAPSHOT_LIMIT_MS, signal }: SnapshotOptions,
    read: () => Promise<Read> | undefined,
  ): Promise<{ readonly read: Read | undefined } | { readonly because: unknown }> => {
    try {
      const reading = read()
      return { read: reading && (await unlessLate(limitMs, reading, signal)) }
    } catch (because) {
      return { because }
    }
  }

  const failed = (collector: Collector, because: unknown, { signal }: SnapshotOptions): void => {
    if (!signal?.aborted) pen.gap('collector-failed', collector.sees, `${collector.id}: ${String(because)}`)
  }

  const inventory = (limits: SnapshotOptions = {}): Inventory => {
    // One view for all, so that what several ask of it is asked once.
    const view = { ...jar, targets: frontFirst(targets.values(), front) }
    const ready: Tell[] = []
    let isTold = false
    let told = (): void => undefined
    const telling = new Promise<void>((resolve) => (told = resolve))
    const readings = recordings.map(async ({ collector, recording }) => {
      if (collector.isSilent) await unlessGivenUp(telling, limits.signal)
      const done = await inTime(limits, () => recording.snapshot?.(view))
      const tell = (): void => {
        if ('because' in done) return failed(collector, done.because, limits)
        try {
          done.read?.()
        } catch (reason) {
          failed(collector, reason, limits)
        }
      }
      if (isTold) tell()
      else ready.push(tell)
      return !('because' in done)
    })
    return {
      isWhole: Promise.all(readings).then((read) => read.every(Boolean)),
      tell: () => {
        isTold = true
        told()
        for (const tell of ready.splice(0)) tell()
      },
    }
  }

  return {
    quiet,
    turnTo: (targetId) => {
      front = targetId
      status = null
    },
    inventory,
    snapshot: async (limits) => {
      const { isWhole, tell } = inventory(limits)
      tell()
      return await isWhole
    },
    conclude: async (limits = {}) => {
      await Promise.all(
        recordings.map(async ({ collector, recording }) => {
          const done = await inTime(limits, () => recording.conclude?.(jar))
          if ('because' in done) failed(collector, done.because, limits)
        }),
      )
    },
    flush: (isLast) => {
      each((recording) => recording.flush?.(isLast))
      for (const frameId of removedBefore) frameIds.delete(frameId)
      removedBefore = removed
      removed = new Set()
    },
    page: async () => {
      const page = frontFirst(targets.values(), front).find(({ ref }) => ref.type === 'page')
      if (!page) return { url: '', title: '', status: null }
      const { targetId } = page.ref
      const asked = options.root.send('Target.getTargetInfo', { targetId }).catch((reason: unknown) => {
        // It may have closed itself.
        if (/No target/.test(String(reason))) return null
        throw reason
      })
      const info = (await asked)?.targetInfo
      return { url: info?.url ?? page.ref.url, title: info?.title ?? '', status }
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

/** A page may write as it would to any object, calling nothing. */
const STORAGE_EVENTS = [
  'DOMStorage.domStorageItemAdded',
  'DOMStorage.domStorageItemUpdated',
  'DOMStorage.domStorageItemRemoved',
  'DOMStorage.domStorageItemsCleared',
] as const

function unlessGivenUp(awaited: Promise<void>, signal: AbortSignal | undefined): Promise<unknown> {
  if (!signal) return awaited
  const givenUp = new Promise<void>((resolve) => {
    if (signal.aborted) resolve()
    else signal.addEventListener('abort', () => resolve(), { once: true })
  })
  return Promise.race([awaited, givenUp])
}

/** Chromium tells of the end of each, with its last page or for idleness, in the words of a crash. */
const ENDS_AS_IF_CRASHED = new Set(['shared_worker', 'service_worker'])

interface ObservedTarget extends RecordedTarget {
  readonly calls: NativeWatch
}

function observedTarget({ ref, session }: WatchedTarget, secret: string): ObservedTarget {
  const listeners = new Set<(call: NativeCall) => void>()
  const calls = watchNativeCalls(session, ref.type, secret, (call) => {
    const told: NativeCall = { ...call, stack: framesOf(call.stack) }
    for (const listener of listeners) listener(told)
  })
  return { ref, session, calls, onNativeCall: (listener) => void listeners.add(listener) }
}

function frontFirst(targets: Iterable<RecordedTarget>, front: string | null): readonly RecordedTarget[] {
  const rank = ({ ref }: RecordedTarget): number => (ref.targetId === front ? 0 : ref.type === 'page' ? 1 : 2)
  return [...targets].toSorted((a, b) => rank(a) - rank(b))
}
