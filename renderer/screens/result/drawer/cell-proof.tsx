import { Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Result } from '../../../../main/contract.ts'
import { client } from '../../../client.ts'
import { Answer } from '../../../parts/answer.tsx'
import { useAsked } from '../../../parts/asked.ts'
import type { CellAddress } from '../../../parts/cell-address.ts'
import { FindingLine } from './finding-line.tsx'
import { ObservationList } from './observation-list.tsx'

interface CellProofProps {
  readonly result: Result
  readonly cell: CellAddress
  readonly onOpen: (observationId: string) => void
}

/** What a mark of the matrix stands for: who did what on which step in which state, and every observation of it. */
export function CellProof({ result, cell, onOpen }: CellProofProps) {
  const { t } = useTranslation()
  const { state, stepId, row } = cell
  const detail = useAsked(
    () => client.results.cell({ id: result.id, state, stepId, row }),
    [result.id, state, stepId, row],
  )
  const step = result.steps.find(({ id }) => id === stepId)?.label ?? stepId
  return (
    <Answer of={detail}>
      {(found) => (
        <Stack gap="md">
          <div>
            <Text fw={600} size="lg">
              <bdi>{found.row.name}</bdi>
            </Text>
            <Text>
              {t(`state.${state}`)}, <bdi>{step}</bdi>: {t(`mark.${found.cell.mark}`)}
              {found.cell.alert && `, ${t('matrix.alert')}`}
            </Text>
          </div>
          {found.findings.map((finding) => (
            <FindingLine key={finding.key} finding={finding} />
          ))}
          {found.observations.length === 0 ? (
            <Text>{t(found.cell.mark === 'unseen' ? 'drawer.unseen' : 'drawer.nothing')}</Text>
          ) : (
            <ObservationList observations={found.observations} onOpen={onOpen} />
          )}
        </Stack>
      )}
    </Answer>
  )
}
