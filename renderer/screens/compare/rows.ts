import type { CellChange, ComparedCellView, ComparedRowView } from '../../../main/contract.ts'
import { fits, grouped, type RowFilter, type RowGroup } from '../../parts/matrix-rows.ts'
import { DIFFERENT } from './change-glyph.tsx'

/** Which vendors of a comparison are shown, and how many are folded away. */
export interface ShownRows {
  readonly groups: readonly RowGroup<ComparedRowView>[]
  /** The same wherever both scans saw. */
  readonly same: number
  /** Of which nothing can be said. */
  readonly unsaid: number
}

/** In each category what is alarming now comes first, then what differs on most pages. */
export function shownRows(
  matrix: readonly ComparedRowView[],
  filter: RowFilter & { readonly showsAll: boolean },
): ShownRows {
  const fitting = matrix.filter((row) => fits(row, filter))
  const differing = fitting.filter(({ change }) => DIFFERENT.has(change))
  const unsaid = fitting.filter(({ change }) => change === 'not-compared').length
  return {
    groups: grouped(filter.showsAll ? fitting : differing, weight),
    same: fitting.length - differing.length - unsaid,
    unsaid,
  }
}

/** What is there now and should not be, and was not there before. */
export function isAlarming({ change, after }: Pick<ComparedCellView, 'change' | 'after'>): boolean {
  return after.alert && DIFFERENT.has(change)
}

function weight({ cells }: ComparedRowView): number {
  return cells.reduce((sum, cell) => sum + (isAlarming(cell) ? ALARM : 0) + (LOUD.has(cell.change) ? 1 : 0), 0)
}

const ALARM = 1000
const LOUD: ReadonlySet<CellChange> = new Set(['new', 'gone', 'changed'])
