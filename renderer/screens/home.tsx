import { Anchor, Button, Card, Group, SimpleGrid, Stack, Text, TextInput, Title } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate } from 'react-router'
import type { Page, Project, ScanSummary } from '../../main/contract.ts'
import { client, failureOf, type Failure } from '../client.ts'
import { Answer, FailureNote } from '../parts/answer.tsx'
import { useAsked } from '../parts/asked.ts'
import { ImportScan } from '../parts/import-scan.tsx'
import { ScanCard } from '../parts/scan-card.tsx'

/** Where one begins: the demo for whoever is new, clients and the latest scans for everybody else. */
export function Home() {
  const scans = useAsked(() => client.scans.list({ limit: 12 }), [], ['scans', 'scan'])
  const projects = useAsked(() => client.projects.list(), [], ['projects', 'scans'])
  return (
    <Stack gap="xl" maw={1100}>
      <Answer of={scans}>{(page) => <Scans page={page} />}</Answer>
      <Answer of={projects}>{(list) => <Clients projects={list} />}</Answer>
    </Stack>
  )
}

function Scans({ page }: { readonly page: Page<ScanSummary> }) {
  const { t } = useTranslation()
  if (page.total === 0) return <FirstRun />
  return (
    <section aria-labelledby="latest">
      <Group justify="space-between" mb="sm">
        <Title order={1} size="h2" id="latest">
          {t('home.latest')}
        </Title>
        <Group gap="xs">
          <ImportScan />
          <DemoButton variant="default" />
        </Group>
      </Group>
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="sm">
        {page.items.map((scan) => (
          <ScanCard key={scan.id} scan={scan} />
        ))}
      </SimpleGrid>
    </section>
  )
}

/** One button, half a minute, a result. */
function FirstRun() {
  const { t } = useTranslation()
  return (
    <Card withBorder padding="xl">
      <Stack align="flex-start" gap="sm" maw={640}>
        <Title order={1} size="h2">
          {t('home.welcome')}
        </Title>
        <Text>{t('home.welcomeMore')}</Text>
        <Group gap="xs">
          <DemoButton variant="filled" />
          <ImportScan />
        </Group>
        <Text size="sm" c="dimmed">
          {t('home.demoMore')}
        </Text>
      </Stack>
    </Card>
  )
}

function DemoButton({ variant }: { readonly variant: 'filled' | 'default' }) {
  const { t } = useTranslation()
  const [failure, setFailure] = useState<Failure | null>(null)
  const [isStarting, setStarting] = useState(false)
  const navigate = useNavigate()
  const start = async (): Promise<void> => {
    setStarting(true)
    setFailure(null)
    try {
      const { id } = await client.scans.startDemo()
      await navigate(`/scans/${id}`)
    } catch (reason) {
      setFailure(failureOf(reason))
    } finally {
      setStarting(false)
    }
  }
  return (
    <>
      <Button variant={variant} loading={isStarting} onClick={() => void start()}>
        {t('home.demo')}
      </Button>
      {failure && <FailureNote failure={failure} />}
    </>
  )
}

function Clients({ projects }: { readonly projects: readonly Project[] }) {
  const { t } = useTranslation()
  return (
    <section aria-labelledby="clients">
      <Title order={2} size="h3" id="clients" mb="sm">
        {t('home.clients')}
      </Title>
      <NewClient />
      {projects.length === 0 && <Text c="dimmed">{t('home.noClients')}</Text>}
      <SimpleGrid cols={{ base: 1, sm: 2, md: 3 }} spacing="sm">
        {projects.map(({ id, name, funnels, scans }) => (
          <Card key={id} withBorder>
            <Anchor component={Link} to={`/clients/${id}`} fw={600}>
              <bdi>{name}</bdi>
            </Anchor>
            <Text size="sm" c="dimmed">
              {t('home.funnels', { count: funnels })} · {t('home.scans', { count: scans })}
            </Text>
          </Card>
        ))}
      </SimpleGrid>
    </section>
  )
}

function NewClient() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const [name, setName] = useState('')
  const make = async (): Promise<void> => {
    const { id } = await client.projects.save({ name })
    await navigate(`/clients/${id}`)
  }
  return (
    <Group align="flex-end" gap="xs" mb="sm">
      <TextInput
        label={t('client.newName')}
        w={280}
        value={name}
        onChange={({ currentTarget }) => setName(currentTarget.value)}
      />
      <Button variant="default" disabled={name.trim() === ''} onClick={() => void make()}>
        {t('client.make')}
      </Button>
    </Group>
  )
}
