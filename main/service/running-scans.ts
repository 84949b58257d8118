import { join } from 'node:path'
import { EventPublisher } from '@orpc/server'
import type { Plan } from '../../scanner/model.ts'
import type { ScanEntry } from '../../scanner/store/schemas/catalog.ts'
import type { ScanFailure, ScanProgress, ScanStatus } from '../contract.ts'
import type { FromChild } from '../scan-child/messages.ts'
import { startScanProcess, type ScanProcess } from '../scan-process.ts'
import { endedWithout } from './left-behind.ts'
import type { ServiceParts } from './parts.ts'
import { openProgress, type ProgressBook } from './progress.ts'

/** The scans that are being made. They belong to the host: a window may go and come back. */
export interface RunningScans {
  begin(wish: ScanWish): Promise<ScanEntry>
  /** `null` when it is not running (any more). */
  progress(id: string): ScanProgress | null
  /** As it stands, and again whenever it has changed; ends with the scan. */
  watch(id: string, signal: AbortSignal | undefined): AsyncGenerator<ScanProgress>
  stop(id: string): boolean
  /** Asks all of them to end, and waits for them. */
  close(): Promise<void>
}

export interface ScanWish {
  readonly plan: Plan | null
  readonly timestampUrl: string | null
  readonly name: string
  readonly site: string
  readonly origin: ScanEntry['origin']
  readonly projectId: string | null
  readonly funnelId: string | null
}

type Needs = Pick<ServiceParts, 'dataFolder' | 'clock' | 'env' | 'newId' | 'catalog' | 'log' | 'changes'>

interface Running {
  readonly entry: ScanEntry
  readonly book: ProgressBook
  readonly process: ScanProcess
  readonly startedAtMs: number
  /** Its last word; `null` until it came. */
  end: Extract<FromChild, { type: 'done' | 'failed' }> | null
  isStopping: boolean
  /** As the plan calls it; the demo brings its own. */
  name: string
  /** Resolves when its catalog entry is written. */
  settled: Promise<void>
}

export function runningScans(parts: Needs, start: Parameters<typeof startScanProcess>[1]['start']): RunningScans {
  const { clock, catalog, changes, log } = parts
  const running = new Map<string, Running>()
  const publisher = new EventPublisher<Record<string, null>>({ maxBufferedEvents: 1 })

  const elapsed = ({ startedAtMs }: Running): number => Math.round(clock.monotonic() - startedAtMs)
  const changed = (id: string): void => publisher.publish(id, null)

  const noteMessage = (scan: Running, message: FromChild): void => {
    const { book, entry } = scan
    switch (message.type) {
      case 'plan':
        book.plan(message.plan)
        scan.name = message.plan.name
        break
      case 'event':
        book.note(message.event, elapsed(scan))
        if (scan.isStopping) book.status('stopping')
        break
      case 'seen':
        book.seen(message.seen)
        break
      case 'note':
        book.say(message.text, elapsed(scan))
        log.say(`scan ${entry.id}: ${message.text}`)
        break
      case 'done':
      case 'failed':
        scan.end = message
        break
      default:
    }
    changed(entry.id)
    if (message.type === 'event' && message.event.type === 'started') changes.tell({ type: 'scan', id: entry.id })
  }

  const settle = async (scan: Running): Promise<void> => {
    const { entry, book, end } = scan
    const failure = failureOf(scan)
    if (failure !== null) log.say(`scan ${entry.id}: ${end?.type === 'failed' ? end.stack : failure.message}`)
    const done = end?.type === 'done' ? end : { headline: null, headlineWording: null, states: [] }
    const { headline, headlineWording, states } = done
    const status = statusAtEnd(scan)
    const ended = status === 'complete' || status === 'cancelled' || status === 'failed' ? status : null
    await catalog
      .noteScan({ ...entry, name: scan.name, headline, headlineWording, states: [...states], ended, failure })
      .catch((reason: unknown) => log.say(`scan ${entry.id} is on disk, but not in the catalog: ${String(reason)}`))
    book.status(status, failure)
    running.delete(entry.id)
    finished.set(entry.id, book.at(elapsed(scan)))
    if (finished.size > MOST_FINISHED) finished.delete([...finished.keys()][0] ?? '')
    changed(entry.id)
    changes.tell({ type: 'scan', id: entry.id })
    changes.tell({ type: 'changed', what: 'scans' })
  }

  /** How the latest ended, for windows that were away at that moment. */
  const finished = new Map<string, ScanProgress>()
  const progress = (id: string): ScanProgress | null => {
    const scan = running.get(id)
    return scan ? scan.book.at(elapsed(scan)) : (finished.get(id) ?? null)
  }

  return {
    async begin(wish) {
      const id = parts.newId()
      const entry: ScanEntry = {
        id,
        dir: join(parts.dataFolder, 'scans', id),
        name: wish.name,
        site: wish.site,
        projectId: wish.projectId,
        funnelId: wish.funnelId,
        origin: wish.origin,
        startedAt: clock.now().toISOString(),
        ended: null,
        headline: null,
        headlineWording: null,
        states: [],
        failure: null,
        removedAt: null,
      }
      // Before it begins, so that a scan that takes everything down with it is found again.
      await catalog.noteScan(entry)
      const book = openProgress(entry)
      const process = startScanProcess(
        { kind: 'scan', plan: wish.plan, out: entry.dir, timestampUrl: wish.timestampUrl },
        {
          start,
          env: { ...parts.env, TAGTRAIL_DATA: parts.dataFolder },
          onMessage: (message) => noteMessage(scan, message),
          onSaid: (text) => log.say(`scan ${id} says: ${text.trimEnd()}`),
        },
      )
      const scan: Running = {
        entry,
        book,
        process,
        startedAtMs: clock.monotonic(),
        end: null,
        isStopping: false,
        name: wish.name,
        settled: process.ended.then(() => settle(scan)),
      }
      running.set(id, scan)
      changes.tell({ type: 'changed', what: 'scans' })
      return entry
    },
    progress,
    async *watch(id, signal) {
      const events = publisher.subscribe(id, { signal, maxBufferedEvents: 1 })
      try {
        for (;;) {
          const now = progress(id)
          if (now === null) return
          yield now
          if (isOver(now.status)) return
          await Promise.all([events.next(), pause(SHOW_EVERY_MS, signal)])
        }
      } finally {
        await events.return(undefined)
      }
    },
    stop(id) {
      const scan = running.get(id)
      if (!scan) return false
      scan.isStopping = true
      scan.book.status('stopping')
      scan.process.stop()
      changed(id)
      return true
    },
    async close() {
      for (const { process } of running.values()) process.stop()
      await Promise.all([...running.values()].map(({ settled }) => settled))
    },
  }
}

/** Five times a second is as fast as anybody reads. */
const SHOW_EVERY_MS = 200
const MOST_FINISHED = 50

function isOver(status: ScanStatus): boolean {
  return !['starting', 'running', 'stopping', 'judging'].includes(status)
}

function statusAtEnd({ end }: Running): ScanStatus {
  if (end === null) return 'interrupted'
  if (end.type === 'done') return 'complete'
  return end.code === 'cancelled' ? 'cancelled' : 'failed'
}

function failureOf({ end, entry }: Running): ScanFailure | null {
  if (end === null) return endedWithout('The process of this scan ended without a word', entry.dir)
  if (end.type === 'done') return null
  return { code: end.code, message: end.message }
}

function pause(ms: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms)
    signal?.addEventListener('abort', () => (clearTimeout(timer), resolve()), { once: true })
  })
}
