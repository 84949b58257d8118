import { EventEmitter } from 'node:events'
import type { CDPEvents, CDPSession } from 'puppeteer-core'

type Method = Parameters<CDPSession['send']>[0]

/** Answers by command; one that is not in the table is answered with `{}`. */
export type Answers = Partial<Record<Method, (params: Readonly<Record<string, unknown>>) => unknown>>

/** A CDP session that says what a test makes it say, and remembers what it was asked. */
export interface FakeSession {
  readonly session: CDPSession
  readonly sent: readonly Command[]
  tell<E extends keyof CDPEvents>(event: E, params: CDPEvents[E]): void
  /** From now on it speaks for a target that is gone. */
  detach(): void
}

export interface Command {
  readonly method: Method
  readonly params: Readonly<Record<string, unknown>>
}

export function fakeSession(answers: Answers = {}): FakeSession {
  const emitter = new EventEmitter()
  const sent: Command[] = []
  let isDetached = false
  const session = {
    on: emitter.on.bind(emitter),
    once: emitter.once.bind(emitter),
    off: emitter.off.bind(emitter),
    send: async (method: Method, params: Readonly<Record<string, unknown>> = {}): Promise<unknown> => {
      sent.push({ method, params })
      return (await answers[method]?.(params)) ?? {}
    },
    get detached() {
      return isDetached
    },
  } as unknown as CDPSession
  return {
    session,
    sent,
    tell: (event, params) => void emitter.emit(event, params),
    detach: () => {
      isDetached = true
    },
  }
}

/** An answer that fails, as a command to a frame without storage does. */
export function refusing(message: string): () => never {
  return () => {
    throw new Error(message)
  }
}
