import { ActionIcon, Alert, Button, Grid, Group, List, Stack, Text } from '@mantine/core'
import { useDebouncedValue, useHotkeys, useStateHistory } from '@mantine/hooks'
import { IconArrowBackUp, IconArrowForwardUp } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate, useParams } from 'react-router'
import type { CheckedPlan, Funnel as FunnelKept, PlanDraft } from '../../../main/contract.ts'
import { client, failureOf, type Failure } from '../../client.ts'
import { Answer, FailureNote } from '../../parts/answer.tsx'
import { useAsked } from '../../parts/asked.ts'
import { CompareLatest } from '../../parts/compare-latest.tsx'
import { Gone } from '../../parts/gone.tsx'
import { MoreMenu } from '../../parts/more-menu.tsx'
import { ScreenTitle } from '../../parts/screen-title.tsx'
import { Sentence } from '../../parts/sentence.tsx'
import { useSaid } from '../../parts/wordings.tsx'
import type { JustRemoved } from '../../parts/undo-note.tsx'
import { WayToClient } from '../../parts/way-back.tsx'
import { word } from './draft.ts'
import { FunnelForm } from './funnel-form.tsx'
import { PlanText } from './plan-text.tsx'
import { useKept } from './kept.ts'

/** A funnel: its steps, states and access as a form, the plan file live beside it, both checked and kept as one types. */
export function Funnel() {
  const { id = '' } = useParams()
  const funnel = useAsked(() => client.funnels.get({ id }), [id])
  if (funnel.failure?.code === 'NOT_FOUND') return <Gone what="funnel" id={id} onBack={funnel.again} />
  return <Answer of={funnel}>{(found) => <Editor key={found.id} funnel={found} />}</Answer>
}

function Editor({ funnel }: { readonly funnel: FunnelKept }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const { id, projectId } = funnel
  const [draft, { set, back, forward }, { current, history }] = useStateHistory<PlanDraft>(funnel.draft)
  const [failure, setFailure] = useState<Failure | null>(null)
  const kept = useKept(draft, (next) => client.funnels.save({ id, projectId, draft: next }))
  const [settled] = useDebouncedValue(draft, 150)
  const checked = useAsked(() => client.funnels.check({ draft: settled }), [settled])
  const plan: CheckedPlan = checked.value ?? funnel
  const say = useSaid()
  useHotkeys(
    [
      ['mod+Z', () => back()],
      ['mod+shift+Z', () => forward()],
      ['mod+S', () => void kept.now()],
    ],
    // What is typed there is undone by the browser.
    ['TEXTAREA'],
  )

  const attempt = async (work: () => Promise<void>): Promise<void> => {
    setFailure(null)
    await work().catch((reason: unknown) => setFailure(failureOf(reason)))
  }
  const scan = (): Promise<void> =>
    attempt(async () => {
      await kept.now()
      const started = await client.scans.start({ funnelId: id })
      await navigate(`/scans/${started.id}`)
    })
  const remove = (): Promise<void> =>
    attempt(async () => {
      await kept.now()
      await client.funnels.remove({ id })
      const removed: JustRemoved = { what: 'funnel', id, name: word(draft['name']) }
      await navigate(`/clients/${projectId}`, { state: { removed } })
    })

  return (
    <Stack gap="md" maw={1680}>
      <WayToClient projectId={projectId} />
      <Group justify="space-between">
        <ScreenTitle>{word(draft['name']) || t('funnel.unnamed')}</ScreenTitle>
        <Group gap="xs">
          <Text size="sm" c="dimmed" role="status">
            {t(kept.isKept ? 'funnel.saved' : 'funnel.saving')}
          </Text>
          <ActionIcon
            variant="default"
            size={36}
            disabled={current === 0}
            aria-label={t('funnel.undo')}
            onClick={() => back()}
          >
            <IconArrowBackUp size={18} aria-hidden />
          </ActionIcon>
          <ActionIcon
            variant="default"
            size={36}
            disabled={current === history.length - 1}
            aria-label={t('funnel.redo')}
            onClick={() => forward()}
          >
            <IconArrowForwardUp size={18} aria-hidden />
          </ActionIcon>
          <CompareLatest funnelId={id} />
          <Button disabled={plan.mistakes.length > 0} onClick={() => void scan()}>
            {t('funnel.scan')}
          </Button>
          <MoreMenu items={[{ label: t('funnel.remove'), onClick: () => void remove() }]} />
        </Group>
      </Group>
      {(failure ?? kept.failure) && <FailureNote failure={failure ?? (kept.failure as Failure)} />}
      <Mistakes plan={plan} />
      <Grid>
        <Grid.Col span={{ base: 12, lg: 8 }}>
          <FunnelForm
            draft={draft}
            onChange={set}
            mistakes={plan.mistakes.map((mistake) => ({ ...mistake, text: say(mistake.text) }))}
          />
        </Grid.Col>
        <Grid.Col span={{ base: 12, lg: 4 }}>
          <PlanText plan={plan} draft={draft} onDraft={set} />
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
        {mistakes.map(({ at, text, line, column }) => (
          <List.Item key={`${at} ${text}`}>
            {line !== null && `${t('funnel.place', { line, column })}, `}
            {at !== '' && `${at}: `}
            <Sentence text={text} />
          </List.Item>
        ))}
      </List>
    </Alert>
  )
}
