import { Button, Stack, Text, Textarea } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CheckedPlan, PlanDraft } from '../../../main/contract.ts'
import { client } from '../../client.ts'
import { Sentence } from '../../parts/sentence.tsx'
import { ShowHidden } from '../../parts/show-hidden.tsx'

interface PlanTextProps {
  readonly plan: Pick<CheckedPlan, 'text' | 'hiddenText'>
  /** What is hidden in the text, and left so, stays what it is here. */
  readonly draft: PlanDraft
  readonly onDraft: (draft: PlanDraft) => void
}

/** The same as a plan file; its passwords are shown when a person asks for them. */
export function PlanText({ plan: { text, hiddenText }, ...rest }: PlanTextProps) {
  const [isShown, setShown] = useState(false)
  const shown = isShown || hiddenText === null ? text : hiddenText
  return (
    <Stack gap="xs">
      {/* Another one once the form has changed it. */}
      <PlanEditor key={shown} text={shown} {...rest} />
      {hiddenText !== null && <ShowHidden isShown={isShown} turn={() => setShown(!isShown)} />}
    </Stack>
  )
}

interface PlanEditorProps extends Omit<PlanTextProps, 'plan'> {
  readonly text: string
}

/** What is typed here counts once it can be read. */
function PlanEditor({ text, draft, onDraft }: PlanEditorProps) {
  const { t } = useTranslation()
  const [typed, setTyped] = useState(text)
  const [slips, setSlips] = useState<CheckedPlan['mistakes']>([])
  const take = async (): Promise<void> => {
    const read = await client.funnels.checkText({ text: typed, kept: draft })
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
          {t('funnel.place', { line, column })}: <Sentence text={slip} />
        </Text>
      ))}
      <Button variant="default" disabled={typed === text} onClick={() => void take()}>
        {t('funnel.take')}
      </Button>
    </Stack>
  )
}
