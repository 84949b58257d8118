import { Anchor, Button, Card, Group, SimpleGrid, Stack, Text, Textarea, TextInput, Title } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate, useParams } from 'react-router'
import type { FunnelSummary, Project } from '../../main/contract.ts'
import { client, failureOf, type Failure } from '../client.ts'
import { Answer, FailureNote } from '../parts/answer.tsx'
import { useAsked } from '../parts/asked.ts'
import { useFormats } from '../parts/formats.ts'
import { Gone } from '../parts/gone.tsx'
import { ImportScan } from '../parts/import-scan.tsx'
import { MoreMenu } from '../parts/more-menu.tsx'
import { ScanCard } from '../parts/scan-card.tsx'
import { ScreenTitle } from '../parts/screen-title.tsx'
import { Undo, type Done } from '../parts/undo.tsx'
import type { JustRemoved } from '../parts/undo-note.tsx'
import { WayBack } from '../parts/way-back.tsx'

/** One client: its funnels, its scans, and what one wrote down about it. */
export function ClientScreen() {
  const { t } = useTranslation()
  const { id = '' } = useParams()
  const project = useAsked(
    async () => (await client.projects.list()).find((each) => each.id === id) ?? null,
    [id],
    ['projects'],
  )
  return (
    <Stack gap="md" maw={1680}>
      <WayBack to="/">{t('app.nav.home')}</WayBack>
      <Answer of={project}>
        {(found) =>
          found ? <Known key={id} project={found} /> : <Gone what="client" id={id} onBack={project.again} />
        }
      </Answer>
    </Stack>
  )
}

function Known({ project }: { readonly project: Project }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const { id, name, note } = project
  const funnels = useAsked(() => client.funnels.list({ projectId: id }), [id], ['funnels'])
  const scans = useAsked(() => client.scans.list({ projectId: id, limit: 20 }), [id], ['scans', 'scan'])
  const remove = async (): Promise<void> => {
    await client.projects.remove({ id })
    const removed: JustRemoved = { what: 'client', id, name }
    await navigate('/', { state: { removed } })
  }
  return (
    <>
      <Group justify="space-between">
        <ScreenTitle>{name}</ScreenTitle>
        <Group gap="xs">
          <ImportScan projectId={id} />
          <Button component={Link} to={`/clients/${id}/new-funnel`}>
            {t('client.newFunnel')}
          </Button>
          <MoreMenu items={[{ label: t('client.remove'), onClick: () => void remove() }]} />
        </Group>
      </Group>
      <section aria-labelledby="funnels">
        <Title order={2} size="h3" id="funnels" mb="sm">
          {t('client.funnels')}
        </Title>
        <Answer of={funnels}>
          {(list) =>
            list.length === 0 ? (
              <Text c="dimmed">{t('client.noFunnels')}</Text>
            ) : (
              <SimpleGrid cols={{ base: 1, sm: 2, xl: 3 }} spacing="sm">
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
              <SimpleGrid cols={{ base: 1, md: 2, xl: 3 }} spacing="sm">
                {items.map((scan) => (
                  <ScanCard key={scan.id} scan={scan} />
                ))}
              </SimpleGrid>
            )
          }
        </Answer>
      </section>
      <section aria-labelledby="about">
        <Title order={2} size="h3" id="about" mb="sm">
          {t('client.about')}
        </Title>
        <Note project={project} note={note} />
      </section>
    </>
  )
}

function Note({ project: { id, name }, note }: { readonly project: Project; readonly note: string }) {
  const { t } = useTranslation()
  const [[nowName, nowNote], setNow] = useState([name, note] as const)
  const [[keptName, keptNote], setKept] = useState([name, note] as const)
  const [done, setDone] = useState<Done | null>(null)
  const save = async (wantedName: string, wantedNote: string): Promise<void> => {
    await client.projects.save({ id, name: wantedName, note: wantedNote })
    setKept([wantedName, wantedNote])
    setNow([wantedName, wantedNote])
  }
  const keep = async (): Promise<void> => {
    if (nowName.trim() === '' || (nowName === keptName && nowNote === keptNote)) return
    await save(nowName, nowNote)
    setDone({ what: t('client.changed'), undo: () => save(keptName, keptNote) })
  }
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }} maw={960}>
      <TextInput
        label={t('client.name')}
        value={nowName}
        onChange={({ currentTarget }) => setNow([currentTarget.value, nowNote])}
        onBlur={() => void keep()}
      />
      <Textarea
        label={t('client.note')}
        autosize
        value={nowNote}
        onChange={({ currentTarget }) => setNow([nowName, currentTarget.value])}
        onBlur={() => void keep()}
      />
      {done && <Undo done={done} onUndone={() => setDone(null)} />}
    </SimpleGrid>
  )
}

function FunnelCard({ funnel: { id, name, site, steps, mistakes, changedAt } }: { readonly funnel: FunnelSummary }) {
  const { t } = useTranslation()
  const { dateTime } = useFormats()
  const navigate = useNavigate()
  const [failure, setFailure] = useState<Failure | null>(null)
  const scan = async (): Promise<void> => {
    try {
      const started = await client.scans.start({ funnelId: id })
      await navigate(`/scans/${started.id}`)
    } catch (reason) {
      setFailure(failureOf(reason))
    }
  }
  return (
    <Card withBorder component="article" aria-label={name}>
      <Group justify="space-between" wrap="nowrap" align="flex-start">
        <div>
          <Anchor component={Link} to={`/funnels/${id}`} fw={600}>
            <bdi>{name || t('funnel.unnamed')}</bdi>
          </Anchor>
          <Text size="sm" c="dimmed">
            <bdi>{site}</bdi> · {t('client.steps', { count: steps })} · {dateTime(changedAt)}
          </Text>
          {mistakes > 0 && <Text size="sm">{t('funnel.mistakes', { count: mistakes })}</Text>}
        </div>
        <Button variant="default" flex="none" disabled={mistakes > 0} onClick={() => void scan()}>
          {t('funnel.scan')}
        </Button>
      </Group>
      {failure && <FailureNote failure={failure} />}
    </Card>
  )
}
