import { Badge, Group, List, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Result } from '../../../../main/contract.ts'
import { client } from '../../../client.ts'
import { Answer } from '../../../parts/answer.tsx'
import { useAsked } from '../../../parts/asked.ts'
import { Sentence } from '../../../parts/sentence.tsx'
import { LawNotes } from './law-notes.tsx'
import { ObservationList } from './observation-list.tsx'
import { RulingForm } from './ruling-form.tsx'
import { RuleTitle } from '../../../parts/rule-title.tsx'

interface FindingProofProps {
  readonly result: Result
  readonly findingKey: string
  readonly onOpen: (observationId: string) => void
}

/** A finding: what, how bad, what to do, under which law, on which evidence, and what a person decided about it. */
export function FindingProof({ result, findingKey, onOpen }: FindingProofProps) {
  const { t } = useTranslation()
  const detail = useAsked(() => client.results.finding({ id: result.id, key: findingKey }), [result.id, findingKey])
  return (
    <Answer of={detail}>
      {({ finding, evidence }) => (
        <Stack gap="md">
          <div>
            <Group gap="xs">
              <Badge variant="outline" color={finding.outcome === 'fail' ? 'alert' : 'gray'}>
                {t(`outcome.${finding.outcome}`)}
              </Badge>
              <Badge variant="default">{t(`severity.${finding.severity}`)}</Badge>
              <Text size="sm" c="dimmed">
                {finding.ruleId} · {t('findings.seen', { runs: finding.seen.runs, of: finding.seen.of })}
              </Text>
            </Group>
            <Text fw={600} size="lg" mt={4}>
              <RuleTitle of={finding} />
            </Text>
            <Text>
              <Sentence text={finding.summary} />
            </Text>
          </div>
          {finding.fix !== '' && (
            <div>
              <Text fw={600}>{t('findings.fix')}</Text>
              <Text>
                <Sentence text={finding.fix} />
              </Text>
            </div>
          )}
          <LawNotes finding={finding} />
          <RulingForm scanId={result.id} findingKey={findingKey} />
          <div>
            <Text fw={600}>{t('findings.evidence', { count: finding.evidenceCount })}</Text>
            {evidence.length > 0 ? (
              <ObservationList observations={evidence} onOpen={onOpen} />
            ) : (
              <Text size="sm">{t('findings.noEvidence')}</Text>
            )}
          </div>
          <List size="sm">
            {finding.stepIds.map((stepId) => (
              <List.Item key={stepId}>
                <bdi>{result.steps.find(({ id }) => id === stepId)?.label ?? stepId}</bdi>
              </List.Item>
            ))}
          </List>
        </Stack>
      )}
    </Answer>
  )
}
