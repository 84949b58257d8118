import type { Assessment, Category, ConsentState, MatrixCell, MatrixRow, StateAssessment } from '../model.ts'
import { CATEGORIES } from './names.ts'

/** How the matrix is laid out wherever it is drawn: rows in groups by category, cells in bands by consent state. */

export interface MatrixGroup {
  readonly category: Category
  readonly rows: readonly MatrixRow[]
}

/** Rows with the most cells that should not be come first, then by name. */
export function matrixGroups({ matrix }: Assessment): readonly MatrixGroup[] {
  return CATEGORIES.map((category) => ({
    category,
    rows: matrix
      .filter((row) => row.category === category)
      .toSorted((a, b) => alerts(b) - alerts(a) || compareText(a.name, b.name) || compareText(rowKey(a), rowKey(b))),
  })).filter(({ rows }) => rows.length > 0)
}

/** Names a row's vendor in the matrix and in sightings alike. */
export function rowKey({ vendorId, name }: { readonly vendorId: string | null; readonly name: string }): string {
  return vendorId ?? `\n${name}`
}

/** Cells of a row by state and step; a cell that is not there was not seen. */
export function cellsOf(row: MatrixRow): (state: ConsentState, stepId: string) => MatrixCell {
  const cells = new Map(row.cells.map((cell) => [`${cell.state} ${cell.stepId}`, cell]))
  return (state, stepId) =>
    cells.get(`${state} ${stepId}`) ?? { state, stepId, mark: 'unseen', alert: false, observations: [] }
}

/** Days of what lives longest, `{ days: null }` for the session; `null` where nothing was stored. */
export function longestLifetime({
  longestLifetimeDays: days,
  cells,
}: MatrixRow): { readonly days: number | null } | null {
  const hasStored = cells.some(({ mark }) => mark === 'stored' || mark === 'both')
  return days === null && !hasStored ? null : { days }
}

/** The verdict in a band's head: `proven, 4 signals`, `no banner`, `inconclusive: the banner stayed`. */
export function verdictText({ verdict, because, runs, proven, proof }: StateAssessment): string {
  switch (verdict) {
    case 'proven': {
      const which = proven.length < runs ? `proven in ${proven.length} of ${runs} runs` : 'proven'
      const signals = proof.filter(({ agrees }) => agrees).length
      return signals === 0 ? which : `${which}, ${signals} signal${signals === 1 ? '' : 's'}`
    }
    case 'no-banner':
      return 'no banner'
    case 'not-offered':
      return 'not offered'
    case 'inconclusive':
      return `inconclusive: ${because}`
  }
}

/** By code units: the same order on every machine. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : Number(a > b)
}

function alerts({ cells }: MatrixRow): number {
  return cells.filter(({ alert }) => alert).length
}
