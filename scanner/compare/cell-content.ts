import type { Assessment, CellItem, ConsentState, Mark, MatrixCell, MatrixRow, Sighting } from '../model.ts'
import { steadyName } from '../words.ts'
import { rowKey } from './row-key.ts'

/** One scan's matrix, to be asked cell by cell. */
export interface MatrixBook {
  readonly rows: ReadonlyMap<string, MatrixRow>
  readonly at: (key: string, state: ConsentState, stepId: string) => CellContent
}

/** What a vendor did on a page in a state. */
export interface CellContent extends Pick<MatrixCell, 'mark' | 'alert' | 'observations'> {
  readonly seen: { readonly runs: number; readonly of: number }
  /** What and name -> runs in which it was there. */
  readonly items: ReadonlyMap<string, ReadonlySet<number>>
}

export function matrixBook({ matrix, sightings, states }: Assessment): MatrixBook {
  const rows = new Map<string, MatrixRow[]>()
  for (const row of matrix) rows.set(rowKey(row), [...(rows.get(rowKey(row)) ?? []), row])
  const sightingOf = new Map(sightings.flatMap((each) => each.observations.map((id) => [id, each] as const)))
  const proven = new Map(states.map((each) => [each.state, each.proven.length]))
  return {
    rows: new Map([...rows].flatMap(([key, [first]]) => (first ? [[key, first] as const] : []))),
    at(key, state, stepId) {
      const cells = (rows.get(key) ?? []).flatMap(({ cells: all }) =>
        all.filter((cell) => cell.state === state && cell.stepId === stepId),
      )
      const observations = cells.flatMap((cell) => cell.observations)
      const seen = new Set(observations.flatMap((id) => sightingOf.get(id) ?? []))
      return {
        mark: cells.map(({ mark }) => mark).reduce(together, 'none'),
        alert: cells.some(({ alert }) => alert),
        observations,
        seen: { runs: new Set([...seen].map(({ run }) => run)).size, of: proven.get(state) ?? 0 },
        items: itemsIn([...seen]),
      }
    },
  }
}

export function isThere({ mark }: Pick<CellContent, 'mark'>): boolean {
  return mark !== 'none' && mark !== 'unseen'
}

export function itemNamed(key: string): Pick<CellItem, 'what' | 'name'> {
  const [what = '', ...name] = key.split('\n')
  return { what: what as CellItem['what'], name: name.join('\n') }
}

/** Names that are made anew each time may make two rows of one vendor. */
function together(a: Mark, b: Mark): Mark {
  if ((a === 'stored' && b === 'sent') || (a === 'sent' && b === 'stored')) return 'both'
  return STRONGEST.find((mark) => mark === a || mark === b) ?? 'none'
}

const STRONGEST: readonly Mark[] = ['both', 'stored', 'sent', 'present', 'blocked', 'unseen', 'none']

function itemsIn(seen: readonly Sighting[]): ReadonlyMap<string, ReadonlySet<number>> {
  const items = new Map<string, Set<number>>()
  for (const sighting of seen) {
    const key = itemKey(sighting)
    items.set(key, (items.get(key) ?? new Set<number>()).add(sighting.run))
  }
  return items
}

function itemKey({ kind, item, host }: Sighting): string {
  switch (kind) {
    case 'request':
      return `host\n${steadyName(host)}`
    case 'cookie':
    case 'cookie-write':
      return `cookie\n${steadyName(item)}`
    case 'storage':
    case 'storage-write':
      return `storage\n${steadyName(item)}`
    case 'page-marks':
      return `marks\n${item}`
  }
}
