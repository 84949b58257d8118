import { Anchor, Button, Card, Group, SimpleGrid, Stack, Text, Textarea, TextInput, Title } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate, useParams } from 'react-router'
import type { FunnelSummary, Project, RemovedProject } from '../../main/contract.ts'
import { client } from '../client.ts'
import { Answer } from '../parts/answer.tsx'
import { useAsked } from '../parts/asked.ts'
import { useFormats } from '../parts/formats.ts'
import { ImportScan } from '../parts/import-scan.tsx'
import { ScanCard } from '../parts/scan-card.tsx'

/** One client: its funnels, its scans, and what one wrote down about it. */
export function ClientScreen() {
  const { t } = useTranslation()
  const { id = '' } = useParams()
  const [removed, setRemoved] = useState<RemovedProject | null>(null)
  const project = useAsked(
    async () => (await client.projects.list()).find((each) => each.id === id) ?? null,
    [id],
    ['projects'],
  )
  const restore = async ({ project: { name, note } }: RemovedProject): Promise<void> => {
    await client.projects.save({ id, name, note })
    setRemoved(null)
  }
  return (
    <Stack gap="md" maw={1100}>
      <Anchor component={Link} to="/" size="sm" ta="left">
        {t('scan.back')}
      </Anchor>
      <Answer of={project}>
        {(found) =>
          found ? (
            <Known project={found} onRemoved={setRemoved} />
          ) : (
            <Group>
              <Text>{t('client.gone')}</Text>
              {removed && <Button onClick={() => void restore(removed)}>{t('client.restore')}</Button>}
            </Group>
          )
        }
      </Answer>
    </Stack>
  )
}

interface KnownProps {
  readonly project: Project
  readonly onRemoved: (removed: RemovedProject) => void
}

function Known({ project, onRemoved }: KnownProps) {
  const { t } = useTranslation()
  const { id, name, note } = project
  const funnels = useAsked(() => client.funnels.list({ projectId: id }), [id], ['funnels'])
  const scans = useAsked(() => client.scans.list({ projectId: id, limit: 20 }), [id], ['scans', 'scan'])
  const remove = async (): Promise<void> => onRemoved(await client.projects.remove({ id }))
  return (
    <>
      <Group justify="space-between">
        <Title order={1} size="h2">
          <bdi>{name}</bdi>
        </Title>
        <Group gap="xs">
          <Button variant="default" onClick={() => void remove()}>
            {t('client.remove')}
          </Button>
          <ImportScan projectId={id} />
          <Button component={Link} to={`/clients/${id}/new-funnel`}>
            {t('client.newFunnel')}
          </Button>
        </Group>
      </Group>
      <Note key={id} project={project} note={note} />
      <section aria-labelledby="funnels">
        <Title order={2} size="h3" id="funnels" mb="sm">
          {t('client.funnels')}
        </Title>
        <Answer of={funnels}>
          {(list) =>
            list.length === 0 ? (
              <Text c="dimmed">{t('client.noFunnels')}</Text>
            ) : (
              <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
                {list.map((funnel) => (
                  <FunnelCard key={funnel.id} funnel={funnel} />
                ))}
              </SimpleGrid>
            )
          }
        </Answer>
      </section>
      <section aria-labelledby="scans">
        <Title order={2} size="h3" id="scans" mb="sm">
          {t('home.latest')}
        </Title>
        <Answer of={scans}>
          {({ items }) =>
            items.length === 0 ? (
              <Text c="dimmed">{t('home.none')}</Text>
            ) : (
              <SimpleGrid cols={{ base: 1, md: 2 }} spacing="sm">
                {items.map((scan) => (
                  <ScanCard key={scan.id} scan={scan} />
                ))}
              </SimpleGrid>
            )
          }
        </Answer>
      </section>
    </>
  )
}

function Note({ project: { id, name }, note }: { readonly project: Project; readonly note: string }) {
  const { t } = useTranslation()
  const [[nowName, nowNote], setNow] = useState([name, note])
  const keep = (): void => {
    if (nowName.trim() !== '') void client.projects.save({ id, name: nowName, note: nowNote })
  }
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }}>
      <TextInput
        label={t('client.name')}
        value={nowName}
        onChange={({ currentTarget }) => setNow([currentTarget.value, nowNote])}
        onBlur={keep}
      />
      <Textarea
        label={t('client.note')}
        autosize
        value={nowNote}
        onChange={({ currentTarget }) => setNow([nowName, currentTarget.value])}
        onBlur={keep}
      />
    </SimpleGrid>
  )
}

function FunnelCard({ funnel: { id, name, site, steps, mistakes, changedAt } }: { readonly funnel: FunnelSummary }) {
  const { t } = useTranslation()
  const { dateTime } = useFormats()
  const navigate = useNavigate()
  const scan = async (): Promise<void> => {
    const started = await client.scans.start({ funnelId: id })
    await navigate(`/scans/${started.id}`)
  }
  return (
    <Card withBorder component="article" aria-label={name}>
      <Group justify="space-between" wrap="nowrap" align="flex-start">
        <div>
          <Anchor component={Link} to={`/funnels/${id}`} fw={600}>
            <bdi>{name}</bdi>
          </Anchor>
          <Text size="sm" c="dimmed">
            <bdi>{site}</bdi> · {t('client.steps', { count: steps })} · {dateTime(changedAt)}
          </Text>
          {mistakes > 0 && <Text size="sm">{t('funnel.mistakes', { count: mistakes })}</Text>}
        </div>
        <Button variant="default" disabled={mistakes > 0} onClick={() => void scan()}>
          {t('funnel.scan')}
        </Button>
      </Group>
    </Card>
  )
}
