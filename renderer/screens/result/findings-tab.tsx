import { Badge, Chip, Group, Stack, Text, UnstyledButton } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { FindingView, Outcome } from '../../../main/contract.ts'
import { useAddress } from '../../parts/address.ts'
import { Sentence } from '../../parts/sentence.tsx'
import classes from './findings-tab.module.css'
import type { TabProps } from './result.tsx'
import { RuleTitle } from '../../parts/rule-title.tsx'

const OUTCOMES: readonly Outcome[] = ['fail', 'unclear', 'pass', 'not-applicable']

/** What the rules say: what was found first, then what stayed open; what passed is there, too, and out of the way. */
export function FindingsTab({ result }: TabProps) {
  const { t } = useTranslation()
  const address = useAddress()
  const asked = address.list('outcome')
  const shown = asked.length > 0 ? asked : ['fail', 'unclear']
  const findings = result.findings.filter(({ outcome }) => shown.includes(outcome))
  return (
    <Stack gap="md" maw={1000}>
      <Chip.Group multiple value={[...shown]} onChange={(chosen) => address.set({ outcome: chosen })}>
        <Group gap={4} role="group" aria-label={t('findings.outcomes')}>
          {OUTCOMES.map((outcome) => (
            <Chip key={outcome} size="xs" value={outcome}>
              {t(`outcome.${outcome}`)} ({result.findings.filter((each) => each.outcome === outcome).length})
            </Chip>
          ))}
        </Group>
      </Chip.Group>
      {findings.length === 0 && <Text>{t('findings.nothing')}</Text>}
      <ol className={classes.list}>
        {findings.map((finding) => (
          <li key={finding.key}>
            <UnstyledButton
              className={classes.finding}
              data-outcome={finding.outcome}
              data-opened={address.get('finding') === finding.key || undefined}
              onClick={() => address.set({ finding: finding.key, cell: null, observation: null, row: null }, true)}
            >
              <Finding finding={finding} />
            </UnstyledButton>
          </li>
        ))}
      </ol>
    </Stack>
  )
}

function Finding({ finding }: { readonly finding: FindingView }) {
  const { t } = useTranslation()
  const { ruleId, outcome, severity, summary, seen } = finding
  return (
    <>
      <Group gap="xs">
        <Badge variant="outline" flex="none" color={outcome === 'fail' ? 'alert' : 'gray'}>
          {outcome === 'fail' ? t(`severity.${severity}`) : t(`outcome.${outcome}`)}
        </Badge>
        <Text fw={600} flex="1 1 200px">
          <RuleTitle of={finding} />
        </Text>
        <Text size="xs" c="dimmed" style={{ whiteSpace: 'nowrap' }}>
          {ruleId} ·{' '}
          <span title={t('findingsMore.seen')}>{t('findingsMore.runs', { runs: seen.runs, count: seen.of })}</span>
        </Text>
      </Group>
      <Text mt={4}>
        <Sentence text={summary} />
      </Text>
    </>
  )
}
