import { Button, Card, Group, Select, Stack, Text, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Decision, StandingRuling } from '../../../../main/contract.ts'
import { client, failureOf, type Failure } from '../../../client.ts'
import { Answer, FailureNote } from '../../../parts/answer.tsx'
import { useAsked } from '../../../parts/asked.ts'
import { useFormats } from '../../../parts/formats.ts'
import { Undo, type Done } from '../../../parts/undo.tsx'

const DECISIONS: readonly Decision[] = ['compliant', 'not-compliant', 'to-be-decided', 'accepted-risk']

interface RulingFormProps {
  readonly scanId: string
  readonly findingKey: string
}

/** What a person decided about a finding: beside it, never in its place. */
export function RulingForm({ scanId, findingKey }: RulingFormProps) {
  const { t } = useTranslation()
  const [done, setDone] = useState<Done | null>(null)
  const takeBack = async (ruling: StandingRuling): Promise<void> => {
    const { about, by } = ruling
    await client.rulings.takeBack({ id: scanId, about, by })
    const { decision, until, comment } = ruling
    const undo = (): Promise<unknown> => client.rulings.rule({ id: scanId, about, decision, until, comment, by })
    setDone({ what: t('ruling.takenBack'), undo })
  }
  const standing = useAsked(() => client.rulings.ofScan({ id: scanId }), [scanId], ['rulings'])
  return (
    <Card withBorder component="section" aria-label={t('ruling.title')}>
      <Text fw={600}>{t('ruling.title')}</Text>
      {done && <Undo key={done.what} done={done} onUndone={() => setDone(null)} />}
      <Answer of={standing}>
        {(byKey) => (
          <Stack gap="sm">
            {(byKey[findingKey] ?? []).map((ruling) => (
              <Standing key={ruling.at} ruling={ruling} takeBack={() => void takeBack(ruling)} />
            ))}
            <NewRuling scanId={scanId} findingKey={findingKey} />
          </Stack>
        )}
      </Answer>
    </Card>
  )
}

function Standing({ ruling, takeBack }: { readonly ruling: StandingRuling; readonly takeBack: () => void }) {
  const { t } = useTranslation()
  const { dateTime } = useFormats()
  const { decision, until, expired, comment, by, at } = ruling
  return (
    <Group justify="space-between" align="flex-start" wrap="nowrap">
      <div>
        <Text>
          {t(`decision.${decision}`)}
          {until !== null && ` ${t(expired ? 'ruling.expired' : 'ruling.until', { day: until })}`}
        </Text>
        {comment !== '' && <Text size="sm">{comment}</Text>}
        <Text size="sm" c="dimmed">
          {by}, {dateTime(at)}
        </Text>
      </div>
      <Button variant="default" size="compact-sm" flex="none" onClick={takeBack}>
        {t('ruling.takeBack')}
      </Button>
    </Group>
  )
}

function NewRuling({ scanId, findingKey }: RulingFormProps) {
  const { t } = useTranslation()
  const [decision, setDecision] = useState<Decision | null>(null)
  const [[until, comment, by], setWords] = useState(['', '', ''])
  const [failure, setFailure] = useState<Failure | null>(null)
  const rule = async (): Promise<void> => {
    if (!decision) return
    setFailure(null)
    try {
      const day = decision === 'accepted-risk' ? until : null
      await client.rulings.rule({ id: scanId, about: findingKey, decision, until: day, comment, by })
      setDecision(null)
      setWords(['', '', by])
    } catch (reason) {
      setFailure(failureOf(reason))
    }
  }
  return (
    <Stack gap="xs">
      <Select
        label={t('ruling.decision')}
        data={DECISIONS.map((value) => ({ value, label: t(`decision.${value}`) }))}
        value={decision}
        onChange={setDecision}
        clearable
      />
      {decision !== null && (
        <>
          {decision === 'accepted-risk' && (
            <TextInput
              type="date"
              label={t('ruling.lastDay')}
              value={until}
              onChange={({ currentTarget }) => setWords([currentTarget.value, comment, by])}
            />
          )}
          <Textarea
            label={t('ruling.comment')}
            autosize
            value={comment}
            onChange={({ currentTarget }) => setWords([until, currentTarget.value, by])}
          />
          <TextInput
            label={t('ruling.by')}
            value={by}
            onChange={({ currentTarget }) => setWords([until, comment, currentTarget.value])}
          />
          {failure && <FailureNote failure={failure} />}
          <Group>
            <Button
              disabled={by.trim() === '' || (decision === 'accepted-risk' && until === '')}
              onClick={() => void rule()}
            >
              {t('ruling.rule')}
            </Button>
          </Group>
        </>
      )}
    </Stack>
  )
}
