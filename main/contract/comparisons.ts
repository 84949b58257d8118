import { eventIterator, type } from '@orpc/contract'
import * as z from 'zod'
import type { ComparedCell, ComparedMark, ComparedRow, Comparison, Side } from '../../scanner/model.ts'
import { consentState } from '../../scanner/store/schemas/words.ts'
import { id, procedure } from './procedure.ts'
import type { ObservationRow } from './results.ts'

const pair = { before: id, after: id }

/** Two scans side by side, both judged anew by the same rules, law and vendor knowledge: those of the later one. */
export const comparisons = {
  /** Seconds for large scans: tells which scan is read or judged; the last event is the comparison. */
  of: procedure.input(z.object(pair)).output(eventIterator(type<ComparingEvent>())),
  /** What a cell of the matrix stands for in each of the scans. `row` is `ComparedRow.key`. */
  cell: procedure
    .input(z.object({ ...pair, row: z.string().max(10_000), state: consentState, stepId: z.string().max(200) }))
    .output(type<ComparedCellDetail>()),
}

export type ComparingEvent =
  | {
      readonly type: 'stage'
      readonly doing: 'reading' | 'judging'
      readonly side: Side
      /** Of four, how many are behind. */
      readonly done: number
    }
  | { readonly type: 'done'; readonly comparison: ComparisonView }

export interface ComparisonView extends Omit<Comparison, 'matrix'> {
  readonly matrix: readonly ComparedRowView[]
}

export interface ComparedRowView extends Omit<ComparedRow, 'cells'> {
  readonly cells: readonly ComparedCellView[]
}

export interface ComparedCellView extends Omit<ComparedCell, Side> {
  readonly before: ComparedMarkView
  readonly after: ComparedMarkView
}

export interface ComparedMarkView extends Omit<ComparedMark, 'observations'> {
  /** How many observations it stands for. */
  readonly count: number
}

export interface ComparedCellDetail {
  readonly row: Omit<ComparedRow, 'cells'>
  readonly cell: ComparedCellView
  readonly before: ComparedCellSide
  readonly after: ComparedCellSide
}

export interface ComparedCellSide {
  /** The first hundred. */
  readonly observations: readonly ObservationRow[]
  /** `MatrixRowView.key` of the row in the scan's own matrix; `null` where that one, judged as it was then, has none. */
  readonly row: string | null
}
