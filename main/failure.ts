import { inspect } from 'node:util'
import { CommanderError } from 'commander'
import { ScanError } from '../scanner/errors.ts'
import { exitCodeOfError, exitCodes, type ExitCode } from './exit-codes.ts'
import type { Host } from './host.ts'
import { terminalText } from './terminal-text.ts'

export interface Failure {
  /** For stderr, with its line end; empty when the user has been told already. */
  readonly text: string
  readonly exitCode: ExitCode
}

/** Three kinds: a way of using the command line that there is not, a scan that cannot be, and a fault of ours. */
export function failureOf(error: unknown, debug: boolean): Failure {
  if (error instanceof CommanderError) return { text: '', exitCode: error.exitCode === 0 ? 0 : exitCodes.usage }
  const stack = debug ? `${inspect(error)}\n` : ''
  if (error instanceof ScanError) return told(`${error.message}\n${stack}`, exitCodeOfError(error.code))
  const message = (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? ''
  const wayOut = debug ? '' : ' Run it again with TAGTRAIL_DEBUG=1 and report what it prints.'
  return told(`a fault in Tagtrail, not in what you did (${message}).${wayOut}\n${stack}`, exitCodes.notMade)
}

/** TAGTRAIL_DEBUG=1 is for those who look for the cause. */
export function isDebug(env: Host['env']): boolean {
  return !['', '0', 'false'].includes(env['TAGTRAIL_DEBUG'] ?? '')
}

function told(text: string, exitCode: ExitCode): Failure {
  return { text: `error: ${terminalText(text)}`, exitCode }
}
