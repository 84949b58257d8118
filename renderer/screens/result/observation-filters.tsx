import { Button, Group, MultiSelect, Switch, TextInput } from '@mantine/core'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Moment, ObservationKind, Result } from '../../../main/contract.ts'
import { useAddress } from '../../parts/address.ts'
import { CATEGORIES } from '../../parts/category-name.tsx'
import { useTimes } from '../../parts/times.ts'

interface ObservationFiltersProps {
  readonly result: Result
  /** What the table can show at all; anything when there are none. */
  readonly kinds: readonly ObservationKind[]
}

/** Which observations a table shows, and how it tells their time. What is chosen stands in the address. */
export const ObservationFilters = memo(Filters)

function Filters({ result, kinds }: ObservationFiltersProps) {
  const { t } = useTranslation()
  const address = useAddress()
  const times = useTimes()
  const moments: readonly Moment[] = ['choosing', ...result.states.map(({ state }) => state)]
  const choices = {
    kind: (kinds.length > 0 ? kinds : KINDS).map((value) => ({ value, label: t(`kind.${value}`) })),
    state: moments.map((value) => ({ value, label: t(`state.${value}`) })),
    step: result.steps.map(({ id, label: name }) => ({ value: id, label: name })),
    category: CATEGORIES.map((value) => ({ value, label: t(`category.${value}`) })),
  }
  const names = Object.keys(choices) as (keyof typeof choices)[]
  const isFiltered = address.get('text') !== null || names.some((name) => address.list(name).length > 0)
  return (
    <Group gap="sm" align="flex-end">
      <TextInput
        label={t('table.find')}
        w={240}
        value={address.get('text') ?? ''}
        onChange={({ currentTarget }) => address.set({ text: currentTarget.value || null })}
      />
      {names.map((name) => (
        <MultiSelect
          key={name}
          label={t(`column.${name}`)}
          data={choices[name]}
          value={[...address.list(name)]}
          onChange={(chosen) => address.set({ [name]: chosen })}
          w={176}
          clearable
        />
      ))}
      <Switch
        label={t('times.utc')}
        title={t('times.more')}
        mb={8}
        checked={times.areUtc}
        onChange={({ currentTarget }) => times.choose(currentTarget.checked)}
      />
      {isFiltered && (
        <Button
          variant="default"
          onClick={() => address.set({ text: null, kind: null, state: null, step: null, category: null })}
        >
          {t('table.showAll')}
        </Button>
      )}
    </Group>
  )
}

/** Those that people look for; the rest is found by its name. */
const KINDS: readonly ObservationKind[] = [
  'request',
  'socket',
  'cookie-write',
  'cookie',
  'storage-write',
  'storage',
  'api-call',
  'canary-seen',
  'signal',
  'page',
  'banner',
  'choice',
  'filled',
  'page-errors',
  'screenshot',
]
