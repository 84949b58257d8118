import { oc } from '@orpc/contract'
import * as z from 'zod'
import { scanErrorCode } from '../../scanner/store/schemas/catalog.ts'

/**
 * Every procedure begins here, so that each can fail in the same three ways. The message of each is a sentence for the
 * person at the screen: what happened, to what, and what to do.
 */
export const procedure = oc.errors({
  /** What was asked for is not there (any more). */
  NOT_FOUND: { status: 404, data: z.object({ what: z.string() }) },
  /** The world did not let us: the codes are those of every command. */
  SCAN_ERROR: { status: 422, data: z.object({ code: scanErrorCode }) },
  /** A fault of ours; the log has its stack. */
  FAULT: { status: 500, data: z.object({ logPath: z.string().nullable() }) },
})

export const id = z.string().regex(/^[a-zA-Z0-9_-]{1,64}$/)

/** Which part of a long list is wanted. */
export const page = {
  offset: z.int().min(0).default(0),
  limit: z.int().min(1).max(1000).default(200),
}

/** A part of a long list. */
export interface Page<T> {
  /** Of all that fit the filter. */
  readonly total: number
  readonly offset: number
  readonly items: readonly T[]
}
