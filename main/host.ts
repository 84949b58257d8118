import { randomBytes } from 'node:crypto'
import type { ExitCode } from './exit-codes.ts'

/** What a command may use of the process it runs in: the only place where the command line meets the world. */
export interface Host {
  readonly stdout: Screen
  readonly stderr: Screen
  readonly env: Readonly<Record<string, string | undefined>>
  /** Raised when the user wants it to end. */
  readonly signal: AbortSignal
  readonly clock: { now(): Date; monotonic(): number }
  /** Unpredictable bytes, as hex. */
  readonly randomHex: (bytes: number) => string
  /** How the process will end; 0 unless told. */
  end(code: ExitCode): void
}

/** A terminal, or a file or pipe in its place. */
export type Screen = NodeJS.WritableStream & {
  readonly isTTY?: boolean
  readonly columns?: number
  readonly rows?: number
  hasColors?(): boolean
}

export function processHost(signal: AbortSignal): Host {
  return {
    stdout: process.stdout,
    stderr: process.stderr,
    env: process.env,
    signal,
    clock: { now: () => new Date(), monotonic: () => performance.now() },
    randomHex: (bytes) => randomBytes(bytes).toString('hex'),
    end: (code) => {
      process.exitCode = code
    },
  }
}

/** NO_COLOR and FORCE_COLOR count, as Node's terminals read them. */
export function hasColour({ isTTY, hasColors }: Screen): boolean {
  return isTTY === true && hasColors?.() === true
}

/** Columns a text may fill; a file gets lines a person can read. */
export function widthOf({ columns }: Screen): number {
  return columns ?? 120
}
