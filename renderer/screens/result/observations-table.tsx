import { Group, MultiSelect, Stack, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Category, Moment, ObservationKind, Result } from '../../../main/contract.ts'
import { client } from '../../client.ts'
import { useAddress } from '../../parts/address.ts'
import { CATEGORIES } from '../../parts/category-name.tsx'
import { useFormats } from '../../parts/formats.ts'
import { LongTable } from '../../parts/long-table.tsx'
import { usePages } from '../../parts/pages.ts'
import { observationColumns } from './observation-columns.tsx'

interface ObservationsTableProps {
  readonly result: Result
  /** Of these kinds only. */
  readonly kinds: readonly ObservationKind[]
  readonly label: string
}

/** Observations of some kinds, filtered where the evidence is, so that their number does not matter here. */
export function ObservationsTable({ result, kinds, label }: ObservationsTableProps) {
  const { t } = useTranslation()
  const formats = useFormats()
  const address = useAddress()
  const text = address.get('text') ?? ''
  const [settledText] = useDebouncedValue(text, 200)
  const states = address.list('state') as readonly Moment[]
  const stepIds = address.list('step')
  const categories = address.list('category') as readonly Category[]
  const filter = { kinds: [...kinds], states: [...states], stepIds: [...stepIds], categories: [...categories] }
  const rows = usePages(
    (range) => client.results.observations({ id: result.id, ...filter, text: settledText, ...range }),
    [result.id, JSON.stringify(filter), settledText],
  )
  const columns = useMemo(() => observationColumns(t, formats, result), [t, formats, result])
  const moments: readonly Moment[] = ['choosing', ...result.states.map(({ state }) => state)]
  return (
    <Stack gap="sm">
      <Group gap="sm" align="flex-end">
        <TextInput
          label={t('table.find')}
          w={280}
          value={text}
          onChange={({ currentTarget }) => address.set({ text: currentTarget.value || null })}
        />
        <MultiSelect
          label={t('column.state')}
          data={moments.map((value) => ({ value, label: t(`state.${value}`) }))}
          value={[...states]}
          onChange={(chosen) => address.set({ state: chosen })}
          w={220}
          clearable
        />
        <MultiSelect
          label={t('column.step')}
          data={result.steps.map(({ id, label: name }) => ({ value: id, label: name }))}
          value={[...stepIds]}
          onChange={(chosen) => address.set({ step: chosen })}
          w={220}
          clearable
        />
        <MultiSelect
          label={t('column.category')}
          data={CATEGORIES.map((value) => ({ value, label: t(`category.${value}`) }))}
          value={[...categories]}
          onChange={(chosen) => address.set({ category: chosen })}
          w={220}
          clearable
        />
      </Group>
      <LongTable
        label={label}
        rows={rows}
        columns={columns}
        keyOf={({ id }) => id}
        opened={address.get('observation')}
        onOpen={({ id }) => address.set({ observation: id, cell: null, finding: null, row: null }, true)}
      />
    </Stack>
  )
}
