import { Button, Group, Stack, Switch, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useAddress } from '../../parts/address.ts'
import { cellText, openedOf } from '../../parts/cell-address.ts'
import { MARKS, MarkGlyph } from '../../parts/mark.tsx'
import { MatrixFilters, rowFilterIn, UNFILTERED } from '../../parts/matrix-filters.tsx'
import { MatrixLegend } from '../../parts/matrix-legend.tsx'
import { groupsOf } from './matrix-layout.ts'
import { Matrix } from './matrix.tsx'
import type { TabProps } from './result.tsx'

/** The matrix with its filters; what is filtered and what is open stands in the address. */
export function MatrixTab({ result }: TabProps) {
  const { t } = useTranslation()
  const address = useAddress()
  const onlyAlerts = address.get('alerts') !== null
  const groups = groupsOf(result.matrix, { ...rowFilterIn(address), onlyAlerts })
  const isFiltered = groups.reduce((amount, { rows }) => amount + rows.length, 0) < result.matrix.length
  return (
    <Stack gap="md">
      <MatrixFilters rows={result.matrix}>
        <Switch
          label={t('matrix.onlyAlerts')}
          checked={onlyAlerts}
          onChange={({ currentTarget }) => address.set({ alerts: currentTarget.checked ? 'only' : null })}
        />
      </MatrixFilters>
      {groups.length > 0 ? (
        <Matrix
          result={result}
          groups={groups}
          opened={openedOf(address.get('cell'))}
          onOpen={(cell) => address.set({ ...CLOSED, cell: cellText(cell) }, true)}
          onOpenVendor={({ key }) => address.set({ ...CLOSED, row: key }, true)}
        />
      ) : (
        <Text>{t(isFiltered ? 'matrix.nothingFits' : 'matrix.nothing')}</Text>
      )}
      {isFiltered && (
        <Group>
          <Text size="sm">{t('matrix.filtered', { count: result.matrix.length })}</Text>
          <Button variant="default" size="compact-sm" onClick={() => address.set({ ...UNFILTERED, alerts: null })}>
            {t('matrix.showAll')}
          </Button>
        </Group>
      )}
      <MatrixLegend
        entries={[
          ...MARKS.map((mark) => ({ key: mark, glyph: <MarkGlyph mark={mark} />, says: t(`mark.${mark}`) })),
          { key: 'alert', glyph: <MarkGlyph mark="both" isAlert />, says: t('matrix.alert'), isAlert: true },
        ]}
      />
    </Stack>
  )
}

const CLOSED = { cell: null, row: null, finding: null, observation: null }
