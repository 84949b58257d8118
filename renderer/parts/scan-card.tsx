import { Anchor, Badge, Button, Card, Group, Progress, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { ScanSummary } from '../../main/contract.ts'
import { client } from '../client.ts'
import { useFollowed } from './followed.ts'
import { useFormats } from './formats.ts'

const UNDER_WAY: ReadonlySet<ScanSummary['status']> = new Set(['starting', 'running', 'stopping', 'judging'])

export function isUnderWay({ status }: ScanSummary): boolean {
  return UNDER_WAY.has(status)
}

/** A scan in a list: how it is going while it runs, its answer and the verdict of each state afterwards. */
export function ScanCard({ scan }: { readonly scan: ScanSummary }) {
  const { t } = useTranslation()
  const { dateTime } = useFormats()
  const { id, name, site, startedAt, status, headline, states, failure } = scan
  return (
    <Card withBorder component="article" aria-label={name}>
      <Stack gap="xs">
        <Group justify="space-between" wrap="nowrap" align="flex-start">
          <Anchor component={Link} to={`/scans/${id}`} fw={600}>
            {name}
          </Anchor>
          <Badge variant="default">{t(`status.${status}`)}</Badge>
        </Group>
        <Text size="sm" c="dimmed">
          {site} · {dateTime(startedAt)}
        </Text>
        {isUnderWay(scan) && <Going id={id} />}
        {headline !== null && <Text>{headline}</Text>}
        {failure && <Text style={{ whiteSpace: 'pre-wrap' }}>{failure.message}</Text>}
        <Group gap="xs">
          {states.map(({ state, verdict }) => (
            <Badge key={state} variant="light" color="gray">
              {t(`state.${state}`)}: {t(`verdict.${verdict}`)}
            </Badge>
          ))}
        </Group>
      </Stack>
    </Card>
  )
}

function Going({ id }: { readonly id: string }) {
  const { t } = useTranslation()
  const { duration } = useFormats()
  const { value } = useFollowed((signal) => client.scans.watch({ id }, { signal }), [id])
  if (!value) return null
  const { counts, leftMs, status } = value
  const visits = t('home.visits', { done: counts.visitsDone, all: counts.visits })
  return (
    <Stack gap={4}>
      <Progress value={(100 * counts.visitsDone) / Math.max(1, counts.visits)} aria-label={visits} />
      <Group justify="space-between">
        <Text size="sm">
          {visits}
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
        {t('home.found', { vendors: counts.vendors, requests: counts.requests, cookies: counts.cookies })}
      </Text>
    </Stack>
  )
}
