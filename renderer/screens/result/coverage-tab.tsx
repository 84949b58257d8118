import { List, Stack, Table, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { MiddleCut } from '../../parts/middle-cut.tsx'
import { Sentence } from '../../parts/sentence.tsx'
import type { TabProps } from './result.tsx'

/** What was visited, what could not be seen, and what no scan of this kind can see. */
export function CoverageTab({ result }: TabProps) {
  const { t } = useTranslation()
  const { visits, gaps, notCovered } = result.coverage
  const label = (stepId: string): string => result.steps.find(({ id }) => id === stepId)?.label ?? stepId
  return (
    <Stack gap="xl" maw={1100}>
      <section aria-labelledby="gaps">
        <Title order={2} size="h3" id="gaps">
          {t('coverage.gaps')}
        </Title>
        {gaps.length === 0 && <Text>{t('coverage.noGaps')}</Text>}
        <List size="sm">
          {gaps.map(({ kind, journey, run, stepId, reason, utc }) => (
            <List.Item key={`${journey} ${run} ${stepId} ${kind} ${utc} ${reason}`}>
              {t(`state.${journey}`)}, <bdi>{label(stepId)}</bdi>, {t('picture.run', { run })}:{' '}
              <Sentence text={reason} />
            </List.Item>
          ))}
        </List>
      </section>
      <section aria-labelledby="not-covered">
        <Title order={2} size="h3" id="not-covered">
          {t('coverage.notCovered')}
        </Title>
        <List size="sm">
          {notCovered.map((sentence) => (
            <List.Item key={sentence}>
              <Sentence text={sentence} />
            </List.Item>
          ))}
        </List>
      </section>
      <section aria-labelledby="visits">
        <Title order={2} size="h3" id="visits" mb="xs">
          {t('coverage.visits')}
        </Title>
        <Table.ScrollContainer minWidth={560}>
          <Table verticalSpacing={4} fz="sm">
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('column.state')}</Table.Th>
                <Table.Th>{t('coverage.run')}</Table.Th>
                <Table.Th>{t('column.step')}</Table.Th>
                <Table.Th>{t('coverage.address')}</Table.Th>
                <Table.Th>{t('coverage.status')}</Table.Th>
                <Table.Th>{t('coverage.quiet')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {visits.map(({ state, run, stepId, visited, url, status, quiet }) => (
                <Table.Tr key={`${state} ${run} ${stepId}`}>
                  <Table.Td>{t(`state.${state}`)}</Table.Td>
                  <Table.Td>{run}</Table.Td>
                  <Table.Td>
                    <bdi>{label(stepId)}</bdi>
                  </Table.Td>
                  <Table.Td>{visited ? <MiddleCut text={url ?? ''} /> : t('coverage.notVisited')}</Table.Td>
                  <Table.Td>{status ?? '–'}</Table.Td>
                  <Table.Td>{visited ? t(quiet ? 'yes' : 'no') : '–'}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      </section>
    </Stack>
  )
}
