import { List, Stack, Text, Title } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ComparedStep, ComparingEvent, ComparisonView, Difference, Side } from '../../../main/contract.ts'
import { client } from '../../client.ts'
import { Answer } from '../../parts/answer.tsx'
import { useAsked } from '../../parts/asked.ts'
import { Explained } from '../../parts/explained.tsx'
import { useFormats } from '../../parts/formats.ts'
import { Worded } from '../../parts/wordings.tsx'
import { CellDrawer } from './cell-drawer.tsx'
import { FindingChanges } from './finding-changes.tsx'
import { ItemChanges } from './item-changes.tsx'
import { ComparedMatrix } from './matrix.tsx'
import { differenceText, headline, pages, type Words } from './words.ts'

interface ComparedProps {
  readonly ids: Readonly<Record<Side, string>>
}

type Stage = Extract<ComparingEvent, { type: 'stage' }>

/** Two scans side by side: the answer in a sentence, the matrix of differences, then findings and what is stored. */
export function Compared({ ids }: ComparedProps) {
  const { t } = useTranslation()
  const [stage, setStage] = useState<Stage | null>(null)
  const compared = useAsked(
    async (signal) => {
      setStage(null)
      for await (const event of await client.comparisons.of(ids, { signal }))
        if (event.type === 'done') return event.comparison
        else setStage(event)
      throw new Error('the comparison ended without a word')
    },
    [ids.before, ids.after],
  )
  const what = stage && t('compared.stage', { step: stage.done + 1, what: t(`compared.${stage.doing}.${stage.side}`) })
  return (
    <Answer of={compared} what={what ?? t('compared.reading.after')}>
      {(comparison) => (
        <Worded by={comparison.wordings}>
          <Told comparison={comparison} ids={ids} />
        </Worded>
      )}
    </Answer>
  )
}

function Told({ comparison, ids }: ComparedProps & { readonly comparison: ComparisonView }) {
  const { t } = useTranslation()
  const formats = useFormats()
  const { comparable, seen, steps } = comparison
  const words: Words = { t, formats, steps }
  return (
    <Stack gap="xl">
      <div>
        <Text size="lg" maw={900}>
          {headline(comparison, words)}
        </Text>
        {comparable && seen.both < seen.of && <Text maw={900}>{t('compared.seen', seen)}</Text>}
        {comparable && SIDES.map((side) => <OnlySteps key={side} side={side} steps={steps} />)}
        {comparison.differences
          .filter(({ kind }) => FIRST.has(kind))
          .map((difference) => (
            <Text key={difference.kind} maw={900} role="note">
              {differenceText(difference, words)}
            </Text>
          ))}
      </div>
      {comparable && <ComparedMatrix comparison={comparison} ids={ids} words={words} />}
      {comparable && <FindingChanges comparison={comparison} ids={ids} words={words} />}
      {comparable && <ItemChanges comparison={comparison} words={words} />}
      <Made comparison={comparison} words={words} />
      <CellDrawer comparison={comparison} ids={ids} words={words} />
    </Stack>
  )
}

const SIDES: readonly Side[] = ['before', 'after']

/** Told before anything else is read. */
const FIRST: ReadonlySet<Difference['kind']> = new Set(['site', 'wrong-order', 'judged-otherwise'])

/** A step that nobody can compare is no step on which anything is new or gone. */
function OnlySteps({ side, steps }: { readonly side: Side; readonly steps: readonly ComparedStep[] }) {
  const { t } = useTranslation()
  const ids = steps.filter((step) => step.in === side).map(({ id }) => id)
  if (ids.length === 0) return null
  return (
    <Text maw={900}>
      <bdi>{t(`compared.onlySteps.${side}`, { pages: pages(ids, { steps }) })}</bdi>
    </Text>
  )
}

/** By what both were judged, and in what they were made otherwise. */
function Made({ comparison, words }: { readonly comparison: ComparisonView; readonly words: Words }) {
  const { t } = useTranslation()
  const { judgedBy } = comparison
  const differences = comparison.differences.filter(({ kind }) => !FIRST.has(kind))
  const judged = judgedBy && {
    rules: judgedBy.rules,
    jurisdictions: judgedBy.jurisdictions.join(', '),
    knowledge: judgedBy.knowledge,
  }
  if (!judged && differences.length === 0) return null
  return (
    <Stack gap="sm" component="section" aria-label={t('compared.madeTitle')}>
      <Title order={2} size="h3">
        {t('compared.madeTitle')}
      </Title>
      {judged && (
        <Text size="sm">
          <Explained by={t('compared.judgedMore')}>
            {t('compared.judged', judged)}
            {judgedBy.ownKnowledge && ` ${t('compared.ownKnowledge')}`}
          </Explained>
          .
        </Text>
      )}
      {differences.length > 0 && (
        <List size="sm">
          {differences.map((difference) => {
            const text = differenceText(difference, words)
            return <List.Item key={text}>{text}</List.Item>
          })}
        </List>
      )}
    </Stack>
  )
}
