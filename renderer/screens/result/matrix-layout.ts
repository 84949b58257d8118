import type { Category, ConsentState, MatrixCellView, MatrixRowView, Party } from '../../../main/contract.ts'
import { CATEGORIES } from '../../parts/category-name.tsx'

/** What of the matrix is shown, in which order, and where the arrow keys lead. */

export interface MatrixFilter {
  /** Empty: all of them. */
  readonly categories: readonly Category[]
  readonly parties: readonly Party[]
  /** Only vendors with a mark that should not be there. */
  readonly onlyAlerts: boolean
  readonly text: string
}

export interface MatrixGroup {
  readonly category: Category
  readonly rows: readonly MatrixRowView[]
}

/** In each category the rows with the most marks that should not be come first, then by name. */
export function groupsOf(matrix: readonly MatrixRowView[], filter: MatrixFilter): readonly MatrixGroup[] {
  const words = filter.text.trim().toLowerCase()
  const shown = matrix.filter(
    ({ category, party, name, cells }) =>
      (filter.categories.length === 0 || filter.categories.includes(category)) &&
      (filter.parties.length === 0 || filter.parties.includes(party)) &&
      (!filter.onlyAlerts || cells.some(({ alert }) => alert)) &&
      name.toLowerCase().includes(words),
  )
  return CATEGORIES.map((category) => ({
    category,
    rows: shown
      .filter((row) => row.category === category)
      .toSorted((a, b) => alerts(b) - alerts(a) || a.name.localeCompare(b.name)),
  })).filter(({ rows }) => rows.length > 0)
}

function alerts({ cells }: MatrixRowView): number {
  return cells.filter(({ alert }) => alert).length
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

/** Row and column of a cell, from 0. */
export interface Place {
  readonly row: number
  readonly column: number
}

/** Where a key leads from a cell; `null` for a key that means nothing here. `perBand` columns make one state. */
export function moved(
  key: string,
  from: Place,
  size: { readonly rows: number; readonly columns: number; readonly perBand: number },
): Place | null {
  const within = (place: Place): Place => ({
    row: Math.min(size.rows - 1, Math.max(0, place.row)),
    column: Math.min(size.columns - 1, Math.max(0, place.column)),
  })
  const { row, column } = from
  switch (key) {
    case 'ArrowLeft':
      return within({ row, column: column - 1 })
    case 'ArrowRight':
      return within({ row, column: column + 1 })
    case 'ArrowUp':
      return within({ row: row - 1, column })
    case 'ArrowDown':
      return within({ row: row + 1, column })
    case 'PageUp':
      return within({ row, column: column - size.perBand })
    case 'PageDown':
      return within({ row, column: column + size.perBand })
    case 'Home':
      return { row, column: 0 }
    case 'End':
      return within({ row, column: size.columns - 1 })
    default:
      return null
  }
}

/** The category after this one, then all of them: what the key `c` walks through. */
export function nextCategory(now: readonly Category[], there: readonly Category[]): readonly Category[] {
  const present = CATEGORIES.filter((category) => there.includes(category))
  const [first] = now
  const next = first === undefined ? present[0] : present[present.indexOf(first) + 1]
  return next === undefined ? [] : [next]
}
