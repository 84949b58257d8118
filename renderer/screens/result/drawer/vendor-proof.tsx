import { Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Result } from '../../../../main/contract.ts'
import { client } from '../../../client.ts'
import { Answer } from '../../../parts/answer.tsx'
import { useAsked } from '../../../parts/asked.ts'
import { CategoryName } from '../../../parts/category-name.tsx'
import { ObservationList } from './observation-list.tsx'
import { VendorRecordNote } from './vendor-record-note.tsx'

interface VendorProofProps {
  readonly result: Result
  readonly row: string
  readonly onOpen: (observationId: string) => void
}

/** A vendor of the matrix: what we know of it and everything of it that was seen, in every state. */
export function VendorProof({ result, row, onOpen }: VendorProofProps) {
  const { t } = useTranslation()
  const found = result.matrix.find(({ key }) => key === row)
  const vendorId = found?.vendorId ?? null
  const seen = useAsked(
    () =>
      client.results.observations({
        id: result.id,
        ...(vendorId === null ? { text: found?.name ?? row } : { vendorIds: [vendorId] }),
        limit: 1000,
      }),
    [result.id, row],
  )
  if (!found) return <Text>{t('drawer.noRow')}</Text>
  return (
    <Stack gap="md">
      <div>
        <Text fw={600} size="lg">
          <bdi>{found.name}</bdi>
        </Text>
        <CategoryName category={found.category} />
      </div>
      {vendorId !== null && <VendorRecordNote vendorId={vendorId} />}
      <Answer of={seen}>
        {({ items, total }) => (
          <div>
            <Text fw={600}>{t('drawer.seen', { count: total })}</Text>
            <ObservationList observations={items} onOpen={onOpen} />
          </div>
        )}
      </Answer>
    </Stack>
  )
}
