import { Anchor, Badge, Button, Card, Group, Progress, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { ScanSummary } from '../../main/contract.ts'
import { client } from '../client.ts'
import { useFollowed } from './followed.ts'
import { useFormats } from './formats.ts'
import { Sentence } from './sentence.tsx'

const UNDER_WAY: ReadonlySet<ScanSummary['status']> = new Set(['starting', 'running', 'stopping', 'judging'])

export function isUnderWay({ status }: ScanSummary): boolean {
  return UNDER_WAY.has(status)
}

interface ScanCardProps {
  readonly scan: ScanSummary
  /** Told where scans of several clients stand together. */
  readonly clientName?: string | undefined
}

/** A scan in a list: how it is going while it runs, its answer and the verdict of each state afterwards. */
export function ScanCard({ scan, clientName }: ScanCardProps) {
  const { t } = useTranslation()
  const { dateTime } = useFormats()
  const { id, name, site, startedAt, status, headline, headlineWording, states, failure } = scan
  return (
    <Card withBorder component="article" aria-label={name}>
      <Stack gap="xs">
        <Group justify="space-between" wrap="nowrap" align="flex-start">
          <Anchor component={Link} to={`/scans/${id}`} fw={600}>
            <bdi>{name}</bdi>
          </Anchor>
          {status !== 'complete' && <Badge variant="default">{t(`status.${status}`)}</Badge>}
        </Group>
        <Text size="sm" c="dimmed">
          {clientName !== undefined && (
            <>
              <bdi>{clientName}</bdi> ·{' '}
            </>
          )}
          <bdi>{site}</bdi> · {dateTime(startedAt)}
        </Text>
        {isUnderWay(scan) && <Going id={id} />}
        {headline !== null && (
          <Text>
            <Sentence text={headline} wording={headlineWording} />
          </Text>
        )}
        {failure && (
          <Text size="sm" lang="en" style={{ whiteSpace: 'pre-wrap' }}>
            {failure.message}
          </Text>
        )}
        {states.length > 0 && (
          <Text size="sm" c="dimmed">
            {states.map(({ state, verdict }) => `${t(`state.${state}`)}: ${t(`verdict.${verdict}`)}`).join(' · ')}
          </Text>
        )}
      </Stack>
    </Card>
  )
}

function Going({ id }: { readonly id: string }) {
  const { t } = useTranslation()
  const { duration, number } = useFormats()
  const { value } = useFollowed((signal) => client.scans.watch({ id }, { signal }), [id])
  if (!value) return null
  const { counts, leftMs, status } = value
  const visits = t('home.visits', { done: counts.visitsDone, all: counts.visits })
  const found = (['vendors', 'requests', 'cookies'] as const).map(
    (what) => `${number(counts[what])} ${t(`running.${what}`, { count: counts[what] })}`,
  )
  return (
    <Stack gap={4}>
      <Progress value={(100 * counts.visitsDone) / Math.max(1, counts.visits)} aria-label={visits} />
      <Group justify="space-between">
        <Text size="sm">
          {counts.visits === 0 ? t('running.starting') : visits}
          {leftMs !== null && status === 'running' && ` · ${t('home.left', { time: duration(leftMs) })}`}
        </Text>
        <Button
          size="compact-sm"
          variant="default"
          disabled={status === 'stopping'}
          onClick={() => void client.scans.cancel({ id })}
        >
          {t('home.cancel')}
        </Button>
      </Group>
      <Text size="sm" c="dimmed">
        {counts.visits > 0 && found.join(' · ')}
      </Text>
    </Stack>
  )
}
