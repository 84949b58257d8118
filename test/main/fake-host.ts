import { PassThrough } from 'node:stream'
import type { ExitCode } from '../../main/exit-codes.ts'
import type { Host, Screen } from '../../main/host.ts'

export interface FakeHost extends Host {
  out(): string
  err(): string
  ended(): ExitCode
  /** Moves the clock on. */
  wait(ms: number): void
  interrupt(): void
}

export interface FakeTerminal {
  readonly isTTY?: boolean
  readonly columns?: number
  readonly rows?: number
  hasColors?(): boolean
}

/** A host in which nothing is real: what was said can be read, time stands still until it is told to move. */
export function fakeHost(given: { env?: Host['env']; stdout?: FakeTerminal; stderr?: FakeTerminal } = {}): FakeHost {
  const controller = new AbortController()
  const stdout = heard(given.stdout)
  const stderr = heard(given.stderr)
  let nowMs = 0
  let code: ExitCode = 0
  return {
    stdout: stdout.screen,
    stderr: stderr.screen,
    env: given.env ?? {},
    signal: controller.signal,
    clock: { now: () => new Date(nowMs), monotonic: () => nowMs },
    randomHex: (bytes) => '0'.repeat(bytes * 2),
    end: (how) => {
      code = how
    },
    out: stdout.text,
    err: stderr.text,
    ended: () => code,
    wait: (ms) => {
      nowMs += ms
    },
    interrupt: () => controller.abort(new Error('stop')),
  }
}

function heard(terminal: FakeTerminal = {}): { screen: Screen; text: () => string } {
  const stream = new PassThrough()
  let text = ''
  stream.on('data', (chunk: Buffer) => (text += chunk.toString()))
  return { screen: Object.assign(stream, terminal), text: () => text }
}
