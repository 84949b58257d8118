import { Button, Chip, Group, Kbd, Stack, Switch, Text, TextInput } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import { IconFilter } from '@tabler/icons-react'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Category, ConsentState, Party } from '../../../main/contract.ts'
import { useAddress } from '../../parts/address.ts'
import { CATEGORIES, CategoryName } from '../../parts/category-name.tsx'
import { MARKS, MarkGlyph } from '../../parts/mark.tsx'
import { PARTIES } from '../../parts/party-name.tsx'
import classes from './matrix-tab.module.css'
import { groupsOf, nextCategory, type MatrixFilter } from './matrix-layout.ts'
import { Matrix, type CellAddress } from './matrix.tsx'
import type { TabProps } from './result.tsx'

/** The matrix with its filters; what is filtered and what is open stands in the address. */
export function MatrixTab({ result }: TabProps) {
  const { t } = useTranslation()
  const address = useAddress()
  const search = useRef<HTMLInputElement>(null)
  const filter: MatrixFilter = {
    categories: CATEGORIES.filter((each) => address.list('category').includes(each)),
    parties: PARTIES.filter((each) => address.list('party').includes(each)),
    onlyAlerts: address.get('alerts') !== null,
    text: address.get('text') ?? '',
  }
  const groups = groupsOf(result.matrix, filter)
  const there = [...new Set(result.matrix.map(({ category }) => category))]
  useHotkeys([
    ['f', () => search.current?.focus()],
    ['c', () => address.set({ category: nextCategory(filter.categories, there) })],
  ])
  const isFiltered = groups.reduce((amount, { rows }) => amount + rows.length, 0) < result.matrix.length
  return (
    <Stack gap="md">
      <Group gap="md">
        <TextInput
          ref={search}
          w={220}
          size="sm"
          aria-label={t('matrix.filterName')}
          placeholder={t('matrix.filterName')}
          leftSection={<IconFilter size={16} aria-hidden />}
          rightSection={
            <Kbd size="xs" title={t('matrix.filterKeys')}>
              f
            </Kbd>
          }
          value={filter.text}
          onChange={({ currentTarget }) => address.set({ text: currentTarget.value || null })}
        />
        <Chip.Group multiple value={[...filter.categories]} onChange={(chosen) => address.set({ category: chosen })}>
          <Group gap={4} role="group" aria-label={t('matrix.categories')}>
            {CATEGORIES.filter((each) => there.includes(each)).map((category) => (
              <Chip key={category} size="xs" value={category}>
                <CategoryName category={category satisfies Category} />
              </Chip>
            ))}
          </Group>
        </Chip.Group>
        <Chip.Group multiple value={[...filter.parties]} onChange={(chosen) => address.set({ party: chosen })}>
          <Group gap={4} role="group" aria-label={t('matrix.parties')}>
            {PARTIES.filter((each) => result.matrix.some(({ party }) => party === each)).map((party: Party) => (
              <Chip key={party} size="xs" value={party}>
                <span title={t(`party.${party}`)}>{t(`partyShort.${party}`)}</span>
              </Chip>
            ))}
          </Group>
        </Chip.Group>
        <Switch
          label={t('matrix.onlyAlerts')}
          checked={filter.onlyAlerts}
          onChange={({ currentTarget }) => address.set({ alerts: currentTarget.checked ? 'only' : null })}
        />
      </Group>
      {groups.length > 0 ? (
        <Matrix
          result={result}
          groups={groups}
          opened={openedOf(address.get('cell'))}
          onOpen={({ row, state, stepId }) => address.set({ ...CLOSED, cell: [state, stepId, row].join(' ') }, true)}
          onOpenVendor={({ key }) => address.set({ ...CLOSED, row: key }, true)}
        />
      ) : (
        <Text>{t(isFiltered ? 'matrix.nothingFits' : 'matrix.nothing')}</Text>
      )}
      {isFiltered && (
        <Group>
          <Text size="sm">{t('matrix.filtered', { count: result.matrix.length })}</Text>
          <Button
            variant="default"
            size="compact-sm"
            onClick={() => address.set({ category: null, party: null, alerts: null, text: null })}
          >
            {t('matrix.showAll')}
          </Button>
        </Group>
      )}
      <Legend />
    </Stack>
  )
}

const CLOSED = { cell: null, row: null, finding: null, observation: null }

/** State and step have no blanks in them; the key of a row may. */
export function openedOf(text: string | null): CellAddress | null {
  const [state, stepId, ...row] = (text ?? '').split(' ')
  return state && stepId && row.length > 0 ? { state: state as ConsentState, stepId, row: row.join(' ') } : null
}

function Legend() {
  const { t } = useTranslation()
  return (
    <ul className={classes.legend} aria-label={t('matrix.legend')}>
      {MARKS.map((mark) => (
        <li key={mark}>
          <MarkGlyph mark={mark} /> {t(`mark.${mark}`)}
        </li>
      ))}
      <li>
        <span className={classes.alert}>
          <MarkGlyph mark="both" isAlert />
        </span>
        {t('matrix.alert')}
      </li>
    </ul>
  )
}
