import { Alert, Anchor, Button, Grid, Group, List, Stack, Text, Textarea, Title } from '@mantine/core'
import { useDebouncedValue, useHotkeys, useStateHistory } from '@mantine/hooks'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate, useParams } from 'react-router'
import type { CheckedPlan, Funnel as FunnelKept, PlanDraft } from '../../../main/contract.ts'
import { client, failureOf, type Failure } from '../../client.ts'
import { Answer, FailureNote } from '../../parts/answer.tsx'
import { useAsked } from '../../parts/asked.ts'
import { word } from './draft.ts'
import { FunnelForm } from './funnel-form.tsx'

/** A funnel: its steps, states and access as a form, the plan file live beside it, both checked as one types. */
export function Funnel() {
  const { id = '' } = useParams()
  const funnel = useAsked(() => client.funnels.get({ id }), [id])
  return <Answer of={funnel}>{(found) => <Editor key={found.id} funnel={found} />}</Answer>
}

function Editor({ funnel }: { readonly funnel: FunnelKept }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const [draft, { set, back, forward }] = useStateHistory<PlanDraft>(funnel.draft)
  const [kept, setKept] = useState<PlanDraft>(funnel.draft)
  const [failure, setFailure] = useState<Failure | null>(null)
  const [settled] = useDebouncedValue(draft, 150)
  const checked = useAsked(() => client.funnels.check({ draft: settled }), [settled])
  const plan: CheckedPlan = checked.value ?? funnel
  useHotkeys([
    ['mod+Z', () => back()],
    ['mod+shift+Z', () => forward()],
    ['mod+S', () => void save()],
  ])

  const attempt = async (work: () => Promise<void>): Promise<void> => {
    setFailure(null)
    await work().catch((reason: unknown) => setFailure(failureOf(reason)))
  }
  const save = (): Promise<void> =>
    attempt(async () => {
      await client.funnels.save({ id: funnel.id, projectId: funnel.projectId, draft })
      setKept(draft)
    })
  const scan = (): Promise<void> =>
    attempt(async () => {
      await client.funnels.save({ id: funnel.id, projectId: funnel.projectId, draft })
      const { id } = await client.scans.start({ funnelId: funnel.id })
      await navigate(`/scans/${id}`)
    })

  return (
    <Stack gap="md">
      <Anchor component={Link} to={`/clients/${funnel.projectId}`} size="sm" ta="left">
        {t('funnel.back')}
      </Anchor>
      <Group justify="space-between">
        <Title order={1} size="h2">
          <bdi>{word(draft['name']) || t('funnel.unnamed')}</bdi>
        </Title>
        <Group gap="xs">
          <Button variant="default" onClick={() => back()}>
            {t('funnel.undo')}
          </Button>
          <Button variant="default" disabled={draft === kept} onClick={() => void save()}>
            {draft === kept ? t('funnel.saved') : t('funnel.save')}
          </Button>
          <Button disabled={plan.mistakes.length > 0} onClick={() => void scan()}>
            {t('funnel.scan')}
          </Button>
        </Group>
      </Group>
      {failure && <FailureNote failure={failure} />}
      <Mistakes plan={plan} />
      <Grid>
        <Grid.Col span={{ base: 12, lg: 7 }}>
          <FunnelForm draft={draft} onChange={set} mistakes={plan.mistakes} />
        </Grid.Col>
        <Grid.Col span={{ base: 12, lg: 5 }}>
          <PlanText key={plan.text} text={plan.text} onDraft={set} />
        </Grid.Col>
      </Grid>
    </Stack>
  )
}

function Mistakes({ plan: { mistakes } }: { readonly plan: CheckedPlan }) {
  const { t } = useTranslation()
  if (mistakes.length === 0) return null
  return (
    <Alert role="status" color="alert" title={t('funnel.mistakes', { count: mistakes.length })}>
      <List size="sm">
        {mistakes.map(({ at, text }) => (
          <List.Item key={`${at} ${text}`}>
            {at !== '' && `${at}: `}
            {text}
          </List.Item>
        ))}
      </List>
    </Alert>
  )
}

/** The same as a plan file; what is typed here counts once it can be read. */
function PlanText({ text, onDraft }: { readonly text: string; readonly onDraft: (draft: PlanDraft) => void }) {
  const { t } = useTranslation()
  const [typed, setTyped] = useState(text)
  const [slips, setSlips] = useState<CheckedPlan['mistakes']>([])
  const take = async (): Promise<void> => {
    const read = await client.funnels.checkText({ text: typed })
    if (Object.keys(read.draft).length > 0) onDraft(read.draft)
    else setSlips(read.mistakes)
  }
  return (
    <Stack gap="xs">
      <Textarea
        label={t('funnel.file')}
        description={t('funnel.fileMore')}
        autosize
        minRows={16}
        maxRows={40}
        spellCheck={false}
        value={typed}
        onChange={({ currentTarget }) => setTyped(currentTarget.value)}
        styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)', fontSize: 12 } }}
      />
      {slips.map(({ text: slip, line, column }) => (
        <Text key={slip} size="sm" role="alert">
          {line}:{column} {slip}
        </Text>
      ))}
      <Button variant="default" disabled={typed === text} onClick={() => void take()}>
        {t('funnel.take')}
      </Button>
    </Stack>
  )
}
