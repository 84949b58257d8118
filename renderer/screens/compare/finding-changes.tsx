import { Anchor, Stack, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { CellChange, Change, ComparisonView, FindingChange, Side } from '../../../main/contract.ts'
import { RuleTitle } from '../../parts/rule-title.tsx'
import { Sentence } from '../../parts/sentence.tsx'
import { ChangeGlyph } from './change-glyph.tsx'
import classes from './compare.module.css'
import { findingWhyText, type Words } from './words.ts'

interface FindingChangesProps {
  readonly comparison: ComparisonView
  readonly ids: Readonly<Record<Side, string>>
  readonly words: Words
}

/** Findings that are not the same in both scans, each leading to its evidence in the scan that has it. */
export function FindingChanges({ comparison: { findings, unchanged }, ids, words }: FindingChangesProps) {
  const { t } = useTranslation()
  const amount = (change: Change): number => findings.filter((each) => each.change === change).length
  const all = { new: amount('new'), fixed: amount('fixed'), changed: amount('changed'), unchanged }
  return (
    <Stack gap="sm" component="section" aria-label={t('compared.findingsTitle')}>
      <Title order={2} size="h3">
        {t('compared.findingsTitle')}
      </Title>
      <Text>{t('compared.findings', all)}</Text>
      {ORDER.map((change) => {
        const these = findings.filter((each) => each.change === change)
        if (these.length === 0) return null
        return (
          <section key={change} aria-label={t(`compared.change.${change}`)}>
            <Title order={3} size="h5">
              {t(`compared.change.${change}`)} ({these.length})
            </Title>
            <ul className={classes.changes}>
              {these.map((finding) => (
                <Line key={finding.key} finding={finding} ids={ids} words={words} />
              ))}
            </ul>
          </section>
        )
      })}
    </Stack>
  )
}

const ORDER: readonly Change[] = ['new', 'changed', 'fixed', 'flapping', 'unsure']

const GLYPHS: Readonly<Record<Change, CellChange>> = {
  new: 'new',
  fixed: 'gone',
  changed: 'changed',
  flapping: 'flapping',
  unsure: 'not-compared',
}

interface LineProps extends Pick<FindingChangesProps, 'ids' | 'words'> {
  readonly finding: FindingChange
}

function Line({ finding: { change, key, ruleId, title, before, after, why }, ids, words }: LineProps) {
  const { t } = useTranslation()
  const side = after ?? before
  const scanId = after === null ? ids.before : ids.after
  return (
    <li>
      <ChangeGlyph change={GLYPHS[change]} isAlert={change === 'new' && side?.outcome === 'fail'} />
      <div>
        <Anchor component={Link} to={`/scans/${scanId}/findings?finding=${encodeURIComponent(key)}`}>
          {ruleId} <RuleTitle of={{ ruleId, title }} />
        </Anchor>
        {side && (
          <Text span size="sm" c="dimmed">
            {' · '}
            {side.outcome === 'fail' ? t(`severity.${side.severity}`) : t(`outcome.${side.outcome}`)}
          </Text>
        )}
        <Text size="sm">
          <Sentence text={side?.summary ?? ''} />
        </Text>
        {why.length > 0 && (
          <Text size="sm" c="dimmed">
            {why.map((each) => findingWhyText(each, words)).join(' ')}
            {why.map((each) =>
              each.kind === 'blind' && 'because' in each.blindness ? (
                <span key={each.side}>
                  {' '}
                  <Sentence text={each.blindness.because} />
                </span>
              ) : null,
            )}
          </Text>
        )}
      </div>
    </li>
  )
}
