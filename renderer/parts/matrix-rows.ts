import type { Category, Party } from '../../main/contract.ts'
import { CATEGORIES } from './category-name.tsx'

/** Which rows of a matrix are shown, and in which order. */

export interface RowFilter {
  /** Empty: all of them. */
  readonly categories: readonly Category[]
  readonly parties: readonly Party[]
  readonly text: string
}

export interface RowGroup<Row> {
  readonly category: Category
  readonly rows: readonly Row[]
}

interface FilteredRow {
  readonly name: string
  readonly category: Category
  readonly party: Party
}

export function fits({ category, party, name }: FilteredRow, filter: RowFilter): boolean {
  return (
    (filter.categories.length === 0 || filter.categories.includes(category)) &&
    (filter.parties.length === 0 || filter.parties.includes(party)) &&
    name.toLowerCase().includes(filter.text.trim().toLowerCase())
  )
}

/** In each category the rows of the most weight come first, then by name. */
export function grouped<Row extends FilteredRow>(
  rows: readonly Row[],
  weight: (row: Row) => number,
): readonly RowGroup<Row>[] {
  return CATEGORIES.map((category) => ({
    category,
    rows: rows
      .filter((row) => row.category === category)
      .toSorted((a, b) => weight(b) - weight(a) || a.name.localeCompare(b.name)),
  })).filter(({ rows: here }) => here.length > 0)
}

/** The category after this one, then all of them: what the key `c` walks through. */
export function nextCategory(now: readonly Category[], there: readonly Category[]): readonly Category[] {
  const present = CATEGORIES.filter((category) => there.includes(category))
  const [first] = now
  const next = first === undefined ? present[0] : present[present.indexOf(first) + 1]
  return next === undefined ? [] : [next]
}
