import { Stack } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Category, Moment, ObservationKind, ObservationOrder, Result } from '../../../main/contract.ts'
import { client } from '../../client.ts'
import { useAddress } from '../../parts/address.ts'
import { LongTable } from '../../parts/long-table.tsx'
import { usePages } from '../../parts/pages.ts'
import { orderIn, orderText } from '../../parts/table-order.ts'
import { useTimes } from '../../parts/times.ts'
import { citingColumns, observationColumns, SORTED_BY } from './observation-columns.tsx'
import { ObservationFilters } from './observation-filters.tsx'

interface ObservationsTableProps {
  readonly result: Result
  /** Of these kinds only; of all when there are none. */
  readonly kinds: readonly ObservationKind[]
  readonly label: string
}

/** Observations of some kinds, filtered and sorted where the evidence is, so that their number does not matter here. */
export function ObservationsTable({ result, kinds, label }: ObservationsTableProps) {
  return (
    <Stack gap="sm">
      <ObservationFilters result={result} kinds={kinds} />
      <Rows result={result} kinds={kinds} label={label} />
    </Stack>
  )
}

/** For itself: what is scrolled into sight does not draw the filters anew. */
function Rows({ result, kinds, label }: ObservationsTableProps) {
  const { t } = useTranslation()
  const times = useTimes()
  const address = useAddress()
  const [text] = useDebouncedValue(address.get('text') ?? '', 200)
  const order = orderIn(address.get('sort'), SORTED_BY) ?? IN_TIME
  const chosenKinds = (address.list('kind') as readonly ObservationKind[]).filter(
    (kind) => kinds.length === 0 || kinds.includes(kind),
  )
  const filter = {
    kinds: [...(chosenKinds.length > 0 ? chosenKinds : kinds)],
    states: [...(address.list('state') as readonly Moment[])],
    stepIds: [...address.list('step')],
    categories: [...(address.list('category') as readonly Category[])],
    order,
  }
  const rows = usePages(
    (range) => client.results.observations({ id: result.id, ...filter, text, ...range }),
    [result.id, JSON.stringify(filter), text],
  )
  const columns = useMemo(() => observationColumns(t, times, result), [t, times, result])
  const citing = useMemo(() => citingColumns(t), [t])
  return (
    <LongTable
      label={label}
      rows={rows}
      columns={columns}
      citing={citing}
      keyOf={({ id }) => id}
      sorting={{
        order,
        first: IN_TIME,
        onOrder: (next) => address.set({ sort: next === null ? null : orderText(next) }),
      }}
      opened={address.get('observation')}
      onOpen={({ id }) => address.set({ observation: id, cell: null, finding: null, row: null }, true)}
    />
  )
}

const IN_TIME: ObservationOrder = { by: 'at', isDescending: false }
