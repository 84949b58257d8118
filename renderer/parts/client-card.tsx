import { Anchor, Card, Group, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Project } from '../../main/contract.ts'
import { useFormats } from './formats.ts'
import { Sentence } from './sentence.tsx'

/** A client in a list: its funnels, how many scans, and what the latest one said. */
export function ClientCard({ project }: { readonly project: Project }) {
  const { t } = useTranslation()
  const { dateTime } = useFormats()
  const { id, name, funnelNames, scans, latest } = project
  const shown = funnelNames.slice(0, MOST_FUNNELS)
  const more = funnelNames.length - shown.length
  return (
    <Card withBorder component="article" aria-label={name}>
      <Group justify="space-between" wrap="nowrap" align="baseline">
        <Anchor component={Link} to={`/clients/${id}`} fw={600}>
          <bdi>{name}</bdi>
        </Anchor>
        <Text size="sm" c="dimmed" style={{ whiteSpace: 'nowrap' }}>
          {t('home.scans', { count: scans })}
        </Text>
      </Group>
      <Text size="sm" c="dimmed">
        {shown.length === 0 ? t('client.noFunnelYet') : <bdi>{shown.join(', ')}</bdi>}
        {more > 0 && ` ${t('client.moreFunnels', { count: more })}`}
      </Text>
      {latest && (
        <Text mt="xs" lineClamp={3}>
          <Anchor component={Link} to={`/scans/${latest.scanId}`} c="dimmed" size="sm">
            {dateTime(latest.startedAt)}
          </Anchor>{' '}
          <Sentence text={latest.headline} wording={latest.headlineWording} />
        </Text>
      )}
    </Card>
  )
}

const MOST_FUNNELS = 3
