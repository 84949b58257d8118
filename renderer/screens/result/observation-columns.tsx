import type { TFunction } from 'i18next'
import type { ObservationRow, Result } from '../../../main/contract.ts'
import { CategoryName } from '../../parts/category-name.tsx'
import type { Formats } from '../../parts/formats.ts'
import type { Column } from '../../parts/long-table.tsx'
import { MiddleCut } from '../../parts/middle-cut.tsx'

/** The columns of every table of observations: when, in which state, on which step, what, and whose it is. */
export function observationColumns(
  t: TFunction,
  formats: Formats,
  { steps }: Result,
): readonly Column<ObservationRow>[] {
  const labels = new Map(steps.map(({ id, label }) => [id, label]))
  return [
    {
      id: 'at',
      title: t('column.at'),
      width: 88,
      isNumber: true,
      cell: ({ at }) => formats.since(at),
      text: ({ at }) => formats.since(at),
    },
    {
      id: 'state',
      title: t('column.state'),
      width: 104,
      cell: ({ state }) => t(`state.${state}`),
      text: ({ state }) => t(`state.${state}`),
    },
    {
      id: 'step',
      title: t('column.step'),
      width: 120,
      cell: ({ stepId }) => <bdi>{labels.get(stepId) ?? stepId}</bdi>,
      text: ({ stepId }) => labels.get(stepId) ?? stepId,
    },
    {
      id: 'phase',
      title: t('column.phase'),
      width: 72,
      cell: ({ phase }) => t(`phase.${phase}`),
      text: ({ phase }) => t(`phase.${phase}`),
    },
    {
      id: 'kind',
      title: t('column.kind'),
      width: 152,
      cell: ({ kind }) => t(`kind.${kind}`),
      text: ({ kind }) => t(`kind.${kind}`),
    },
    {
      id: 'title',
      title: t('column.what'),
      width: 420,
      cell: ({ title }) => <MiddleCut text={title} most={72} />,
      text: ({ title }) => title,
    },
    {
      id: 'detail',
      title: t('column.detail'),
      width: 200,
      cell: ({ detail }) => <bdi>{detail}</bdi>,
      text: ({ detail }) => detail,
    },
    {
      id: 'vendor',
      title: t('column.vendor'),
      width: 160,
      cell: ({ vendorName }) => <bdi>{vendorName ?? '–'}</bdi>,
      text: ({ vendorName }) => vendorName ?? '',
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
