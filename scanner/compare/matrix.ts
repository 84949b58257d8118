import type {
  Assessment,
  BlindSide,
  CellChange,
  CellItem,
  ComparedCell,
  ComparedMark,
  ComparedRow,
  ComparedStep,
  ConsentState,
  Side,
} from '../model.ts'
import { compareText } from '../reports/matrix-layout.ts'
import { CATEGORIES } from '../reports/names.ts'
import { isThere, itemNamed, matrixBook, type CellContent, type MatrixBook } from './cell-content.ts'
import { rowChange } from './row-change.ts'
import { SIDES, type Sight } from './sight.ts'

export interface MatrixParts {
  readonly states: readonly ConsentState[]
  readonly steps: readonly ComparedStep[]
  readonly sight: Sight
}

/** The matrix of differences: every vendor of either scan, page by page in each state. */
export function comparedMatrix(before: Assessment, after: Assessment, parts: MatrixParts): readonly ComparedRow[] {
  const books = { before: matrixBook(before), after: matrixBook(after) }
  return [...new Set([...books.after.rows.keys(), ...books.before.rows.keys()])]
    .map((key) => rowOf(key, books, parts))
    .toSorted(
      (a, b) =>
        CATEGORIES.indexOf(a.category) - CATEGORIES.indexOf(b.category) ||
        compareText(a.name.toLowerCase(), b.name.toLowerCase()) ||
        compareText(a.key, b.key),
    )
}

type Books = Readonly<Record<Side, MatrixBook>>

function rowOf(key: string, books: Books, { states, steps, sight }: MatrixParts): ComparedRow {
  const [old, fresh] = SIDES.map((side) => books[side].rows.get(key))
  const some = fresh ?? old
  if (!some) throw new Error(`no scan has a row ${key}`)
  const { vendorId, name, category, party, disputed } = some
  const categoryBefore = old && fresh && old.category !== fresh.category ? old.category : null
  const cells = states.flatMap((state) =>
    steps.map(({ id }) => {
      const [was, is] = [books.before.at(key, state, id), books.after.at(key, state, id)]
      return { state, stepId: id, ...comparedCell(was, is, { state, stepId: id, sight }) }
    }),
  )
  const change = rowChange(cells)
  return {
    key,
    vendorId,
    name,
    category,
    categoryBefore,
    party,
    disputed,
    change: categoryBefore !== null && (change === 'same' || change === 'none') ? 'changed' : change,
    states: states.map((state) => ({ state, change: rowChange(cells.filter((cell) => cell.state === state)) })),
    cells,
  }
}

interface Where {
  readonly state: ConsentState
  readonly stepId: string
  readonly sight: Sight
}

function comparedCell(was: CellContent, is: CellContent, where: Where): Omit<ComparedCell, 'state' | 'stepId'> {
  const { state, stepId, sight } = where
  const gaps = new Set(SIDES.filter((side) => sight.gap(side, state, stepId) !== null))
  const unseen = sight.blind(state, stepId)
  const blind = unseen.length > 0 ? unseen : hidden(was, is, where)
  const isOnBoth = isThere(was) && isThere(is)
  const items = blind.length === 0 && isOnBoth ? changedInside(was, is, gaps) : []
  const marked = ({ mark, alert, seen, observations }: CellContent, side: Side): ComparedMark => {
    const isBlind = mark === 'none' && unseen.some((each) => each.side === side)
    return { mark: isBlind ? 'unseen' : mark, alert, seen, observations }
  }
  const change = blind.length > 0 ? 'not-compared' : changeOf(was, is, items, gaps)
  return { change, before: marked(was, 'before'), after: marked(is, 'after'), items, blind }
}

/** A scan that saw nothing, with something in its way. */
function hidden(was: CellContent, is: CellContent, { state, stepId, sight }: Where): readonly BlindSide[] {
  return [was, is].flatMap((content, index) => {
    const side = SIDES[index] ?? 'before'
    if (isThere(content)) return []
    const blindness = sight.gap(side, state, stepId)
    if (blindness !== null) return [{ side, blindness }]
    return content.mark === 'unseen' ? [{ side, blindness: { kind: 'unseen-page', stepIds: [stepId] } as const }] : []
  })
}

/** Cookies, stored items and hosts of a vendor that is on both sides. What a gap may hide is not told as gone or new. */
function changedInside(was: CellContent, is: CellContent, gaps: ReadonlySet<Side>): readonly CellItem[] {
  const only = (here: CellContent, there: CellContent, change: 'new' | 'gone'): readonly CellItem[] =>
    [...here.items]
      .filter(([key]) => !there.items.has(key))
      .map(([key, runs]) => ({ ...itemNamed(key), change: runs.size < here.seen.of ? 'flapping' : change }))
  return [...(gaps.has('before') ? [] : only(is, was, 'new')), ...(gaps.has('after') ? [] : only(was, is, 'gone'))]
}

function changeOf(was: CellContent, is: CellContent, items: readonly CellItem[], gaps: ReadonlySet<Side>): CellChange {
  const [old, fresh] = [isThere(was), isThere(is)]
  if (!old && !fresh) return 'none'
  if (!old) return isSteady(is) ? 'new' : 'flapping'
  if (!fresh) return isSteady(was) ? 'gone' : 'flapping'
  if (was.alert !== is.alert || items.some(({ change }) => change !== 'flapping')) return 'changed'
  if (items.length > 0) return 'flapping'
  return was.mark !== is.mark && gaps.size === 0 ? 'changed' : 'same'
}

function isSteady({ seen: { runs, of } }: CellContent): boolean {
  return runs >= of
}
