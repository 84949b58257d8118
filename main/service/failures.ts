import { inspect } from 'node:util'
import { ORPCError } from '@orpc/server'
import { ScanError } from '../../scanner/errors.ts'
import type { AppLog } from './app-log.ts'

/** What was asked for is not there; the sentence is for the person at the screen. */
export function notFound(what: string, sentence: string): ORPCError<'NOT_FOUND', { readonly what: string }> {
  return new ORPCError('NOT_FOUND', { status: 404, message: sentence, data: { what } })
}

/** Every failure as the contract tells it. A fault of ours is logged with its stack, and said to be one. */
export function asContractError(reason: unknown, log: AppLog): unknown {
  if (reason instanceof ORPCError) return reason
  if (reason instanceof ScanError)
    return new ORPCError('SCAN_ERROR', { status: 422, message: reason.message, data: { code: reason.code } })
  // A window that has gone away is no fault.
  if (reason instanceof Error && reason.name === 'AbortError') return reason
  log.say(`fault: ${inspect(reason)}`)
  const what = reason instanceof Error ? reason.message : String(reason)
  return new ORPCError('FAULT', {
    status: 500,
    message: `A fault in Tagtrail, not in what you did (${what.split('\n')[0] ?? ''}). Nothing that was recorded is touched; the log tells more.`,
    data: { logPath: log.path },
  })
}
