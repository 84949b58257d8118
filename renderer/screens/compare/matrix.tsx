import { Group, Stack, Switch, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { ComparedCellView, ComparedRowView, ComparedState, ComparisonView, Side } from '../../../main/contract.ts'
import { useAddress } from '../../parts/address.ts'
import { cellText, openedOf } from '../../parts/cell-address.ts'
import { MatrixFilters, rowFilterIn } from '../../parts/matrix-filters.tsx'
import { MatrixLegend } from '../../parts/matrix-legend.tsx'
import { MatrixTable, RowNote } from '../../parts/matrix-table.tsx'
import { PartyName } from '../../parts/party-name.tsx'
import { verdictText } from '../../parts/verdict-text.ts'
import { CHANGES, ChangeGlyph } from './change-glyph.tsx'
import { isAlarming, shownRows } from './rows.ts'
import { blindText, type Words } from './words.ts'

interface ComparedMatrixProps {
  readonly comparison: ComparisonView
  readonly ids: Readonly<Record<Side, string>>
  readonly words: Words
}

/** The matrix of differences: what became of every vendor. What is filtered and open stands in the address. */
export function ComparedMatrix({ comparison: { matrix, states, steps }, ids, words }: ComparedMatrixProps) {
  const { t } = useTranslation()
  const address = useAddress()
  const showsAll = address.get('rows') === 'all'
  const { groups, same, unsaid } = shownRows(matrix, { ...rowFilterIn(address), showsAll })
  const folded = [
    ...(same > 0 ? [t('compared.folded', { count: same })] : []),
    ...(unsaid > 0 ? [t('compared.unsaid', { count: unsaid })] : []),
  ]
  return (
    <Stack gap="md" component="section" aria-label={t('compared.matrix')}>
      <MatrixFilters rows={matrix}>
        <Switch
          label={t('compared.showSame')}
          checked={showsAll}
          onChange={({ currentTarget }) => address.set({ rows: currentTarget.checked ? 'all' : null })}
        />
      </MatrixFilters>
      {groups.length === 0 ? (
        <Text>{t('compared.noDifference')}</Text>
      ) : (
        <MatrixTable
          caption={t('compared.caption')}
          bands={states.map((state) => ({ state: state.state, ...headOf(state) }))}
          steps={steps.map((step) => ({
            id: step.id,
            label: step.label,
            note: step.in === 'both' ? null : t(`compared.onlyIn.${step.in}`),
          }))}
          facts={[]}
          groups={groups}
          opened={openedOf(address.get('cell'))}
          // What is cited names both scans, also when the one before was found by itself.
          onOpen={(cell) => address.set({ old: ids.before, new: ids.after, cell: cellText(cell) }, true)}
          nameOf={(row) => <Name row={row} />}
          factsOf={() => []}
          draw={(row, state, stepId) => {
            const cell = row.cells.find((each) => each.state === state && each.stepId === stepId)
            if (!cell) return { label: row.name, glyph: <ChangeGlyph change="none" />, isAlert: false }
            const isAlert = isAlarming(cell)
            return { label: said(row, cell), glyph: <ChangeGlyph change={cell.change} isAlert={isAlert} />, isAlert }
          }}
        />
      )}
      {!showsAll && folded.length > 0 && (
        <Text size="sm" c="dimmed">
          {folded.join(' ')}
        </Text>
      )}
      {groups.length > 0 && (
        <Group>
          <MatrixLegend
            entries={[
              ...CHANGES.map((change) => ({
                key: change,
                glyph: <ChangeGlyph change={change} />,
                says: t(`compared.cell.${change}`),
              })),
              {
                key: 'alert',
                glyph: <ChangeGlyph change="new" isAlert />,
                says: t('matrix.alert'),
                isAlert: true,
              },
            ]}
          />
        </Group>
      )}
    </Stack>
  )

  function said({ name }: ComparedRowView, cell: ComparedCellView): string {
    const { state, stepId, change, before, after, blind } = cell
    const step = steps.find(({ id }) => id === stepId)?.label ?? stepId
    const marks = t('compared.wasAndIs', { before: t(`mark.${before.mark}`), after: t(`mark.${after.mark}`) })
    const alarm = after.alert ? ` ${t('matrix.alert')}.` : ''
    const why = blind.map((each) => ` ${blindText(each, words)}`).join('')
    return `${name}, ${t(`state.${state}`)}, ${step}: ${t(`compared.cell.${change}`)}. ${marks}.${alarm}${why}`
  }

  /** The verdict of both scans, once where it is the same. */
  function headOf({ before, after }: ComparedState) {
    const [was, is] = [before, after].map((each) => (each === null ? t('compared.notMade') : verdictText(t, each)))
    const says = was === is ? was : t('compared.verdicts', { before: was, after: is })
    const isAlert = [before, after].some((each) => each === null || each.verdict === 'inconclusive')
    return { says, title: says ?? '', isAlert }
  }
}

function Name({ row: { name, party, categoryBefore } }: { readonly row: ComparedRowView }) {
  const { t } = useTranslation()
  const was = categoryBefore && t('compared.wasCategory', { category: t(`category.${categoryBefore}`) })
  return (
    <>
      <Text span inherit fw={500}>
        <bdi>{name}</bdi>
      </Text>
      <PartyName party={party} />
      {was && <RowNote title={was}>{was}</RowNote>}
    </>
  )
}
