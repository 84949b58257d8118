import { useTranslation } from 'react-i18next'
import type { MatrixCellView, MatrixRowView, Result } from '../../../main/contract.ts'
import type { CellAddress } from '../../parts/cell-address.ts'
import { useFormats } from '../../parts/formats.ts'
import { MarkGlyph } from '../../parts/mark.tsx'
import type { RowGroup } from '../../parts/matrix-rows.ts'
import { MatrixTable, RowName, RowNote } from '../../parts/matrix-table.tsx'
import { PartyName } from '../../parts/party-name.tsx'
import { verdictText } from '../../parts/verdict-text.ts'
import { useSaid } from '../../parts/wordings.tsx'
import { cellAt } from './matrix-layout.ts'

interface MatrixProps {
  readonly result: Result
  readonly groups: readonly RowGroup<MatrixRowView>[]
  readonly opened: CellAddress | null
  readonly onOpen: (cell: CellAddress) => void
  readonly onOpenVendor: (row: MatrixRowView) => void
}

/** What every vendor did: the one picture. */
export function Matrix({ result: { states, steps }, groups, opened, onOpen, onOpenVendor }: MatrixProps) {
  const { t } = useTranslation()
  const say = useSaid()
  const { lifetime } = useFormats()
  return (
    <MatrixTable
      caption={t('matrix.caption')}
      bands={states.map((state) => ({
        state: state.state,
        says: verdictText(t, state),
        title: say(state.because),
        isAlert: state.verdict === 'inconclusive',
      }))}
      steps={steps}
      facts={[t('matrix.lifetime'), t('matrix.firstSeen')]}
      groups={groups}
      opened={opened}
      onOpen={onOpen}
      nameOf={(row) => (
        <>
          <RowName name={row.name} onOpen={() => onOpenVendor(row)} />
          <PartyName party={row.party} />
          {row.disputed && <RowNote title={t('matrix.disputedMore')}>{t('matrix.disputed')}</RowNote>}
        </>
      )}
      factsOf={(row) => [longest(row), <bdi key="first">{labelOf(row.firstStepId) ?? '–'}</bdi>]}
      draw={(row, state, stepId) => {
        const cell = cellAt(row, state, stepId)
        return {
          label: said(row, cell),
          glyph: <MarkGlyph mark={cell.mark} isAlert={cell.alert} />,
          isAlert: cell.alert,
        }
      }}
    />
  )

  function said({ name }: MatrixRowView, { state, stepId, mark, alert, count }: MatrixCellView): string {
    const did = t(`mark.${mark}`)
    const alarm = alert ? `, ${t('matrix.alert')}` : ''
    const seen = count > 0 ? ` (${t('matrix.observations', { count })})` : ''
    return `${name}, ${t(`state.${state}`)}, ${labelOf(stepId) ?? stepId}: ${did}${alarm}${seen}`
  }

  function labelOf(stepId: string): string | undefined {
    return steps.find(({ id }) => id === stepId)?.label
  }

  function longest({ cells, longestLifetimeDays: days }: MatrixRowView): string {
    if (!cells.some(({ mark }) => mark === 'stored' || mark === 'both')) return '–'
    return days === null ? t('session') : lifetime(days)
  }
}
