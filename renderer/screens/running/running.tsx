import { Alert, Button, Card, Group, Image, List, Progress, SimpleGrid, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { ScanProgress } from '../../../main/contract.ts'
import { client } from '../../client.ts'
import { Waiting } from '../../parts/answer.tsx'
import { useAsked } from '../../parts/asked.ts'
import { useFollowed } from '../../parts/followed.ts'
import { Explained } from '../../parts/explained.tsx'
import { useFormats } from '../../parts/formats.ts'
import { ScreenTitle } from '../../parts/screen-title.tsx'
import { Board } from './board.tsx'
import classes from './running.module.css'

/** A scan as it goes: the board that fills, what was counted, the page in front, the log, and a way to stop it. */
export function Running({ id }: { readonly id: string }) {
  const { t } = useTranslation()
  const { duration } = useFormats()
  const { value: progress } = useFollowed((signal) => client.scans.watch({ id }, { signal }), [id])
  if (!progress) return <Waiting what={t('running.starting')} />
  const { name, status, counts, elapsedMs, leftMs, failure } = progress
  const visits = t('home.visits', { done: counts.visitsDone, all: counts.visits })
  return (
    <Stack gap="lg">
      <Group justify="space-between" wrap="nowrap">
        <div>
          <ScreenTitle>{name}</ScreenTitle>
          <Text size="sm" c="dimmed" role="status">
            {t(`status.${status}`)}
            {counts.visits > 0 && ` · ${visits}`} · {duration(elapsedMs)}
            {leftMs !== null && ` · ${t('home.left', { time: duration(leftMs) })}`}
          </Text>
        </div>
        {status !== 'stopping' && (
          <Button variant="default" onClick={() => void client.scans.cancel({ id })}>
            {t('home.cancel')}
          </Button>
        )}
      </Group>
      <Progress value={(100 * counts.visitsDone) / Math.max(1, counts.visits)} aria-label={visits} />
      {failure && (
        <Alert color="alert" role="alert">
          {failure.message}
        </Alert>
      )}
      <Board progress={progress} />
      <Counts progress={progress} />
      <SimpleGrid cols={{ base: 1, md: 2 }}>
        <InFront id={id} progress={progress} />
        <Log progress={progress} />
      </SimpleGrid>
    </Stack>
  )
}

function Counts({ progress: { counts } }: { readonly progress: ScanProgress }) {
  const { t } = useTranslation()
  const { number } = useFormats()
  return (
    <SimpleGrid cols={{ base: 2, sm: 5 }} spacing="sm">
      {(['vendors', 'requests', 'cookies', 'storage', 'gaps'] as const).map((what) => (
        <Card key={what} withBorder padding="sm">
          <Text size="xl" fw={600}>
            {number(counts[what])}
          </Text>
          <Text size="sm" c="dimmed">
            <Explained by={t(`runningMore.${what}`)}>{t(`running.${what}`, { count: counts[what] })}</Explained>
          </Text>
        </Card>
      ))}
    </SimpleGrid>
  )
}

function InFront({ id, progress: { picture, steps } }: { readonly id: string; readonly progress: ScanProgress }) {
  const { t } = useTranslation()
  const path = picture?.path ?? null
  const image = useAsked(async () => (path === null ? undefined : client.results.picture({ id, path })), [id, path])
  const step = steps.find(({ id: stepId }) => stepId === picture?.stepId)?.label ?? ''
  const label = picture === null ? t('running.noPicture') : `${step}, ${t(`state.${picture.state}`)}`
  return (
    <figure className={classes.picture}>
      {image.value && <Image className={classes.front} src={image.value.url} alt={label} />}
      <figcaption>
        <Text size="sm" c="dimmed">
          <bdi>{label}</bdi>
        </Text>
      </figcaption>
    </figure>
  )
}

function Log({ progress: { log } }: { readonly progress: ScanProgress }) {
  const { t } = useTranslation()
  const { since } = useFormats()
  return (
    <section aria-label={t('running.log')}>
      <List listStyleType="none" size="sm" className={classes.log} tabIndex={0}>
        {log.toReversed().map((line, index) => (
          <List.Item key={`${line.atMs} ${log.length - index}`}>
            <Text span c="dimmed" size="sm">
              {since(line.atMs)}
            </Text>{' '}
            <bdi>{textOf(line)}</bdi>
          </List.Item>
        ))}
      </List>
    </section>
  )

  function textOf(line: ScanProgress['log'][number]): string {
    if (line.is === 'note') return line.text
    const where = `${t(`state.${line.state}`)}, ${t('picture.run', { run: line.run })}`
    if (line.is === 'choice') return `${where}: ${t(`verdict.${line.verdict}`)}`
    return `${where}: ${line.is === 'gap' ? t('running.gap', { reason: line.text }) : line.text}`
  }
}
