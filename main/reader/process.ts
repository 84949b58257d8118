import { fileURLToPath } from 'node:url'
import { createORPCClient, ORPCError } from '@orpc/client'
import { RPCLink } from '@orpc/client/message-port'
import type { ChildProcess, StartChild } from '../scan-process.ts'
import type { AppLog } from '../service/app-log.ts'
import type { ReaderClient } from './router.ts'

/**
 * Reads scans in a process of its own. The evidence of a large one takes seconds to read and hundreds of MB to hold; the
 * program goes on meanwhile, and when the memory does not suffice, it is not the program that ends.
 */
export interface Reader {
  /** Starts it for whoever will ask in a moment; to start takes longer than most answers. */
  ready(): void
  /** Starts it when it is not there. What is asked hears of the signal by the options it is given. */
  ask<T>(question: (read: ReaderClient, when: AskOptions) => Promise<T>, signal?: AbortSignal): Promise<T>
  /** As above, for what answers with one event after the other. */
  follow<T>(
    question: (read: ReaderClient, when: AskOptions) => Promise<AsyncIterable<T>>,
    signal?: AbortSignal,
  ): AsyncGenerator<T>
  close(): void
}

export interface AskOptions {
  readonly signal?: AbortSignal
}

export interface ReaderOptions {
  readonly start: StartChild
  readonly env: Readonly<Record<string, string | undefined>>
  readonly log: AppLog
  /** So long after the last answer it is ended, and all that it held is free again. */
  readonly idleMs?: number
}

interface Running {
  readonly child: ChildProcess
  readonly client: Promise<ReaderClient>
  /** Rejects when it is gone. */
  readonly end: Promise<never>
  isGone: boolean
}

export function openReader({ start, env, log, idleMs = IDLE_MS }: ReaderOptions): Reader {
  let running: Running | null = null
  let open = 0
  let isClosed = false
  let timer: NodeJS.Timeout | undefined

  const end = (): void => {
    clearTimeout(timer)
    running?.child.kill()
    running = null
  }
  const begun = (): Running => {
    const child = start(readerFile, env)
    child.onSaid((text) => log.say(`reader says: ${text.trimEnd()}`))
    const ended = new Promise<never>((_, reject) => child.onEnded(() => reject(gone())))
    const now: Running = { child, client: connected(child), end: ended, isGone: false }
    for (const each of [now.client, now.end]) each.catch(() => undefined)
    child.onEnded(() => {
      now.isGone = true
      if (running === now) running = null
    })
    return now
  }

  const opened = (): Running => {
    clearTimeout(timer)
    open += 1
    return (running ??= begun())
  }
  const answered = (): void => {
    open -= 1
    if (open === 0) timer = setTimeout(end, idleMs).unref()
  }
  const told = (reason: unknown, { isGone }: Running): unknown =>
    isGone && !(reason instanceof ORPCError) ? gone() : reason

  const rest = (): void => {
    if (open === 0) timer = setTimeout(end, idleMs).unref()
  }

  return {
    ready() {
      if (isClosed) return
      clearTimeout(timer)
      running ??= begun()
      rest()
    },
    async ask(question, signal) {
      const asked = opened()
      try {
        return await question(await asked.client, signal ? { signal } : {})
      } catch (reason) {
        throw told(reason, asked)
      } finally {
        answered()
      }
    },
    async *follow(question, signal) {
      const asked = opened()
      try {
        const events = (await question(await asked.client, signal ? { signal } : {}))[Symbol.asyncIterator]()
        try {
          // A stream does not hear of the end of a process by itself.
          const next = () => Promise.race([events.next(), asked.end])
          for (let step = await next(); !step.done; step = await next()) yield step.value
        } finally {
          // Nobody waits for the farewell of a process that may be gone.
          void events.return?.()?.catch(() => undefined)
        }
      } catch (reason) {
        throw told(reason, asked)
      } finally {
        answered()
      }
    },
    close() {
      isClosed = true
      end()
    },
  }
}

const IDLE_MS = 5 * 60_000

/** TypeScript in a checkout, in one folder with the rest when built. */
const readerFile = fileURLToPath(
  new URL(import.meta.url.endsWith('.ts') ? '../reader-child.ts' : './reader-child.js', import.meta.url),
)

/** It listens once it has said its first word. */
function connected(child: ChildProcess): Promise<ReaderClient> {
  return new Promise((resolve, reject) => {
    const listeners = new Set<(message: unknown) => void>()
    child.onEnded(() => reject(gone()))
    child.onMessage((message: unknown) => {
      if (message !== READY) for (const listener of listeners) listener(message)
      else resolve(createORPCClient(new RPCLink({ port: portOf(child, listeners) })))
    })
  })
}

export const READY = 'ready'

function portOf(child: ChildProcess, listeners: Set<(message: unknown) => void>) {
  return {
    postMessage: (message: unknown) => child.send(message),
    onMessage: { addListener: (listener: (message: unknown) => void) => void listeners.add(listener) },
    onDisconnect: { addListener: (listener: () => void) => child.onEnded(listener) },
  }
}

function gone(): ORPCError<'FAULT', undefined> {
  const message =
    'The part of Tagtrail that reads scans has ended, perhaps because the memory did not suffice. Nothing that was recorded is touched; try again, with fewer scans open.'
  return new ORPCError('FAULT', { status: 500, message })
}
