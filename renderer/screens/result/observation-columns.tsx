import type { TFunction } from 'i18next'
import type { ObservationOrder, ObservationRow, Result } from '../../../main/contract.ts'
import { CategoryName } from '../../parts/category-name.tsx'
import type { Column } from '../../parts/long-table.tsx'
import { MiddleCut } from '../../parts/middle-cut.tsx'
import { inUtc, type useTimes } from '../../parts/times.ts'
import { RowDetail } from './row-detail.tsx'

/** Those that the reader can sort by. */
export const SORTED_BY = [
  'at',
  'state',
  'step',
  'phase',
  'kind',
  'title',
  'detail',
  'vendor',
  'category',
] as const satisfies readonly ObservationOrder['by'][]

/** The columns of every table of observations: when, in which state, on which step, what, and whose it is. */
export function observationColumns(
  t: TFunction,
  { areUtc, tell }: ReturnType<typeof useTimes>,
  { steps }: Result,
): readonly Column<ObservationRow>[] {
  const labels = new Map(steps.map(({ id, label }) => [id, label]))
  const stepOf = ({ stepId }: ObservationRow): string => labels.get(stepId) ?? stepId
  // A table that is scrolled asks for the same few words hundreds of times a second.
  const states = once((state: ObservationRow['state']) => t(`state.${state}`))
  const phases = once((phase: ObservationRow['phase']) => t(`phase.${phase}`))
  const kinds = once((kind: ObservationRow['kind']) => t(`kind.${kind}`))
  return [
    {
      id: 'at',
      title: t(areUtc ? 'times.title' : 'times.sinceTitle'),
      width: areUtc ? 200 : 136,
      isNumber: true,
      cell: tell,
      text: tell,
    },
    plain('state', t('column.state'), 104, ({ state }) => states(state)),
    { ...plain('step', t('column.step'), 120, stepOf), cell: (row) => <bdi>{stepOf(row)}</bdi> },
    plain('phase', t('column.phase'), 72, ({ phase }) => phases(phase)),
    plain('kind', t('column.kind'), 152, ({ kind }) => kinds(kind)),
    {
      id: 'title',
      title: t('column.what'),
      width: 420,
      cell: ({ title }) => <MiddleCut text={title} most={72} />,
      isLong: true,
      text: ({ title }) => title,
    },
    { ...plain('detail', t('column.detail'), 200, ({ detail }) => detail), cell: (row) => <RowDetail of={row} /> },
    {
      ...plain('vendor', t('column.vendor'), 160, ({ vendorName }) => vendorName ?? ''),
      cell: ({ vendorName }) => <bdi>{vendorName ?? '–'}</bdi>,
    },
    {
      id: 'category',
      title: t('column.category'),
      width: 128,
      cell: ({ category }) => (category === null ? '–' : <CategoryName category={category} />),
      text: ({ category }) => (category === null ? '' : t(`category.${category}`)),
    },
  ]
}

/** By what a line is cited, whatever the window shows. */
export function citingColumns(t: TFunction): readonly Column<ObservationRow>[] {
  return [plain('utc', t('column.utc'), 200, ({ utc }) => inUtc(utc)), plain('id', t('column.id'), 200, ({ id }) => id)]
}

function plain(
  id: string,
  title: string,
  width: number,
  text: (row: ObservationRow) => string,
): Column<ObservationRow> {
  return { id, title, width, cell: text, text }
}

function once<Word extends string>(say: (word: Word) => string): (word: Word) => string {
  const said = new Map<Word, string>()
  return (word) => {
    const there = said.get(word) ?? say(word)
    said.set(word, there)
    return there
  }
}
