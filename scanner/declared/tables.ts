import type { DeclarationFact } from '../model.ts'
import { lifetimeDays } from './lifetime.ts'
import { categoryOf, columnOf, type Column } from './words.ts'

/** A table of a page as it stands there: its nearest heading, and the texts of its cells. */
export interface PageTable {
  readonly heading: string | null
  readonly rows: readonly (readonly string[])[]
}

export type Declared = Omit<DeclarationFact, 'kind' | 'source' | 'list'>

/** Cookies that tables of a policy declare; a table that speaks of something else declares nothing. */
export function declaredInTables(tables: readonly PageTable[]): readonly Declared[] {
  return tables.flatMap((table) => acrossRows(table) ?? downColumns(table) ?? [])
}

/** One cookie a row, its fields named in a row on top. */
function acrossRows({ heading, rows }: PageTable): readonly Declared[] | null {
  const at = rows.slice(0, 3).findIndex((row) => {
    const columns = row.map(columnOf)
    return columns.includes('name') && new Set(columns.filter((column) => column !== null)).size > 1
  })
  const top = rows[at]
  if (!top) return null
  const columns = placesOf(top)
  let group = heading
  return rows.slice(at + 1).flatMap((row) => {
    const filled = row.filter((cell) => cell !== '')
    // A row of one cell is a heading of those below it.
    if (filled.length === 1 && categoryOf(filled[0] ?? '') !== null) {
      group = filled[0] ?? group
      return []
    }
    const field = (column: Column): string | null => textOf(row[columns.get(column) ?? -1])
    return declared(field, group)
  })
}

/** One cookie a table, each row a field: the cards of Borlabs, Complianz and many others. */
function downColumns({ heading, rows }: PageTable): readonly Declared[] | null {
  const pairs = rows.filter((row) => row.length === 2)
  const fields = new Map(
    pairs.flatMap(([name = '', value = '']) => {
      const column = /^cookie[- ]?name/i.test(name) ? 'name' : columnOf(name)
      return column === null
        ? []
        : [[`${column}${column === 'name' && /cookie/i.test(name) ? '!' : ''}`, value] as const]
    }),
  )
  if (pairs.length < 2 || !(fields.has('name') || fields.has('name!')) || fields.size < 2) return null
  // Where the service and its cookies both have a name, it is the cookies' that count.
  const nameKey = fields.has('name!') ? 'name!' : 'name'
  return declared((column) => textOf(fields.get(column === 'name' ? nameKey : column)), heading)
}

function placesOf(top: readonly string[]): ReadonlyMap<Column, number> {
  const places = new Map<Column, number>()
  for (const [index, heading] of top.entries()) {
    const column = columnOf(heading)
    if (column !== null && !places.has(column)) places.set(column, index)
  }
  return places
}

/** Several names in one cell are several cookies of one kind. */
function declared(field: (column: Column) => string | null, heading: string | null): readonly Declared[] {
  const ownCategory = categoryOf(field('category'))
  const categoryText = ownCategory === null ? heading : field('category')
  const lifetimeText = field('lifetime')
  return namesIn(field('name') ?? '').map((name) => ({
    name,
    provider: field('provider'),
    categoryText,
    category: ownCategory ?? categoryOf(heading),
    lifetimeText,
    days: lifetimeDays(lifetimeText),
  }))
}

/** Words of a sentence are no names; what stands in brackets behind a name says more about it. */
export function namesIn(cell: string): readonly string[] {
  const parts = cell.replace(/\s\([^)]*\)/g, ' ').split(/[\n,;]|\s+(?:and|und|et|y|e|en|oder|or)\s+|\s\/\s|\s{2,}/)
  const names = parts.map((part) => part.trim().replace(/^["'“„`]|["'”“`.]$/g, '')).filter((part) => part !== '')
  if (names.every((name) => NAME.test(name))) return [...new Set(names)]
  const words = cell.trim().split(/\s+/)
  return words.length <= 6 && words.every((word) => NAME.test(word) && /[_\d*#.-]/.test(word))
    ? [...new Set(words)]
    : []
}

const NAME = /^[^\s"'“”]{1,120}$/

function textOf(cell: string | undefined): string | null {
  const text = cell?.trim() ?? ''
  return text === '' || /^[-–—]$/.test(text) ? null : text.slice(0, 300)
}
