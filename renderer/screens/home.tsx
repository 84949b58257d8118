import { Button, Group, SimpleGrid, Stack, Text, Title } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { Page, Project, ScanSummary } from '../../main/contract.ts'
import { client, failureOf, type Failure } from '../client.ts'
import { Answer, FailureNote } from '../parts/answer.tsx'
import { useAsked } from '../parts/asked.ts'
import { ClientCard } from '../parts/client-card.tsx'
import { ImportScan } from '../parts/import-scan.tsx'
import { NewClient } from '../parts/new-client.tsx'
import { ScanCard } from '../parts/scan-card.tsx'
import { ScreenTitle } from '../parts/screen-title.tsx'
import classes from './home.module.css'

/** Where one begins: the demo for whoever is new, clients and the latest scans for everybody else. */
export function Home() {
  const scans = useAsked(() => client.scans.list({ limit: 12 }), [], ['scans', 'scan'])
  const projects = useAsked(() => client.projects.list(), [], ['projects', 'funnels', 'scans'])
  return (
    <Answer of={scans}>
      {(page) => (
        <Answer of={projects}>
          {(list) => (page.total === 0 && list.length === 0 ? <FirstRun /> : <Overview page={page} projects={list} />)}
        </Answer>
      )}
    </Answer>
  )
}

interface OverviewProps {
  readonly page: Page<ScanSummary>
  readonly projects: readonly Project[]
}

function Overview({ page, projects }: OverviewProps) {
  const { t } = useTranslation()
  const names = new Map(projects.map(({ id, name }) => [id, name]))
  return (
    <Stack gap="xl" maw={1680}>
      <section aria-labelledby="clients">
        <Group justify="space-between" mb="sm">
          <ScreenTitle id="clients">{t('home.clients')}</ScreenTitle>
          <NewClient label={t('client.new')} />
        </Group>
        {projects.length === 0 && <Text c="dimmed">{t('home.noClients')}</Text>}
        <SimpleGrid cols={{ base: 1, sm: 2, xl: 3 }} spacing="sm">
          {projects.map((project) => (
            <ClientCard key={project.id} project={project} />
          ))}
        </SimpleGrid>
      </section>
      <section aria-labelledby="latest">
        <Group justify="space-between" mb="sm">
          <Title order={2} size="h3" id="latest">
            {t('home.latest')}
          </Title>
          <Group gap="xs">
            <ImportScan />
            <DemoButton variant="default" />
          </Group>
        </Group>
        {page.items.length === 0 && <Text c="dimmed">{t('home.none')}</Text>}
        <SimpleGrid cols={{ base: 1, md: 2, xl: 3 }} spacing="sm">
          {page.items.map((scan) => (
            <ScanCard key={scan.id} scan={scan} clientName={names.get(scan.projectId ?? '')} />
          ))}
        </SimpleGrid>
      </section>
    </Stack>
  )
}

/** One button, half a minute, a result. */
function FirstRun() {
  const { t } = useTranslation()
  return (
    <Stack align="flex-start" gap="lg" maw={680} mt="xl">
      <ScreenTitle>{t('home.welcome')}</ScreenTitle>
      <ol className={classes.steps}>
        {(['visitors', 'evidence', 'picture'] as const).map((step) => (
          <li key={step}>{t(`home.how.${step}`)}</li>
        ))}
      </ol>
      <div>
        <DemoButton variant="filled" />
        <Text size="sm" c="dimmed" mt="xs">
          {t('home.demoMore')}
        </Text>
      </div>
      <Stack gap="xs">
        <Text size="sm" c="dimmed">
          {t('home.orOwn')}
        </Text>
        <Group gap="xs">
          <NewClient label={t('home.newFunnel')} />
          <ImportScan />
        </Group>
      </Stack>
    </Stack>
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
      <Button
        variant={variant}
        {...(variant === 'filled' ? { size: 'md' } : {})}
        loading={isStarting}
        onClick={() => void start()}
      >
        {t('home.demo')}
      </Button>
      {failure && <FailureNote failure={failure} />}
    </>
  )
}
