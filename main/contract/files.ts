import { type } from '@orpc/contract'
import * as z from 'zod'
import { id, procedure } from './procedure.ts'

/** As much of a file as goes over the line at once. */
export const MOST_PART_BYTES = 1 << 20

const part = z.instanceof(Blob).refine(({ size }) => size <= MOST_PART_BYTES)
const at = z.int().min(0)

/** Files on their way between a window and the program, part by part: neither ever holds the whole of one. */
export const files = {
  /** Makes room for one; what is not touched for ten minutes is gone. */
  begin: procedure.output(type<{ readonly id: string; readonly mostPartBytes: number }>()),
  /** Adds to its end, which is at `at`. */
  add: procedure.input(z.object({ id, at, part })).output(type<void>()),
  /** What stands from `at` on, empty at its end. */
  part: procedure.input(z.object({ id, at })).output(type<Blob>()),
  drop: procedure.input(z.object({ id })).output(type<void>()),
}

/** Told while something long is under way; the last one says what came of it. */
export type WorkEvent<Outcome> =
  { readonly type: 'progress'; readonly done: number; readonly of: number } | ({ readonly type: 'done' } & Outcome)
