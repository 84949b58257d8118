import type { ConsentState, MatrixCellView, MatrixRowView } from '../../../main/contract.ts'
import { fits, grouped, type RowFilter, type RowGroup } from '../../parts/matrix-rows.ts'

/** What of the matrix is shown, and in which order. */

export interface MatrixFilter extends RowFilter {
  /** Only vendors with a mark that should not be there. */
  readonly onlyAlerts: boolean
}

/** In each category the rows with the most marks that should not be come first, then by name. */
export function groupsOf(matrix: readonly MatrixRowView[], filter: MatrixFilter): readonly RowGroup<MatrixRowView>[] {
  const shown = matrix.filter(
    (row) => fits(row, filter) && (!filter.onlyAlerts || row.cells.some(({ alert }) => alert)),
  )
  return grouped(shown, ({ cells }) => cells.filter(({ alert }) => alert).length)
}

/** A cell that is not there was not seen. */
export function cellAt({ cells }: MatrixRowView, state: ConsentState, stepId: string): MatrixCellView {
  return (
    cells.find((cell) => cell.state === state && cell.stepId === stepId) ?? {
      state,
      stepId,
      mark: 'unseen',
      alert: false,
      count: 0,
    }
  )
}
