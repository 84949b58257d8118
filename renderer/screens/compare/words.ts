import type { TFunction } from 'i18next'
import type {
  BlindSide,
  Blindness,
  ComparedStep,
  ComparisonView,
  Difference,
  FindingWhy,
  ItemWhy,
} from '../../../main/contract.ts'
import type { Formats } from '../../parts/formats.ts'

/** The sentences of a comparison, put together from what the scanner found. */
export interface Words {
  readonly t: TFunction
  readonly formats: Formats
  readonly steps: readonly ComparedStep[]
}

/** The answer in words and figures: `Since 3 Mar 2026: 2 vendors are new before any choice, 1 vendor is gone after reject.` */
export function headline(
  { before, after, comparable, states }: ComparisonView,
  { t, formats }: Omit<Words, 'steps'>,
): string {
  if (!comparable) return t('compared.not')
  const clauses = (['new', 'gone', 'changed'] as const).flatMap((change) =>
    states
      .filter(({ vendors }) => vendors[change] > 0)
      .map(({ state, vendors }) => t(`compared.${change}`, { count: vendors[change], when: t(`when.${state}`) })),
  )
  const isSameDay = formats.date(before.startedAt) === formats.date(after.startedAt)
  const date = isSameDay ? formats.dateTime(before.startedAt) : formats.date(before.startedAt)
  return t('compared.since', { date, changes: clauses.length > 0 ? clauses.join(', ') : t('compared.nothing') })
}

/** Why something is not compared. */
export function blindText({ side, blindness }: BlindSide, words: Words): string {
  return words.t(`compared.blind.${side}`, { why: whyBlind(blindness, words) })
}

export function findingWhyText(why: FindingWhy, words: Words): string {
  const { t } = words
  switch (why.kind) {
    case 'blind':
      return t(`compared.blindIn.${why.side}`, { why: whyBlind(why.blindness, words) })
    case 'some-runs':
      return t(`compared.because.some-runs.${why.side}`, { runs: why.runs, of: why.of })
    case 'outcome':
      return t('compared.because.outcome', { before: t(`outcome.${why.before}`), after: t(`outcome.${why.after}`) })
    case 'severity':
      return t('compared.because.severity', { before: t(`severity.${why.before}`), after: t(`severity.${why.after}`) })
    case 'new-on':
    case 'no-longer-on':
      return t(`compared.because.${why.kind}`, { pages: pages(why.stepIds, words) })
  }
}

export function itemWhyText(why: ItemWhy, { t, formats }: Words): string {
  switch (why.kind) {
    case 'category':
      return t('compared.because.category', { before: t(`category.${why.before}`), after: t(`category.${why.after}`) })
    case 'lifetime': {
      const long = (days: number | null): string => (days === null ? t('compared.forSession') : formats.lifetime(days))
      return t('compared.because.lifetime', { before: long(why.before), after: long(why.after) })
    }
    default: {
      const trait = t(`compared.trait.${why.kind}`)
      return t('compared.because.trait', { trait, before: value(why.before, t), after: value(why.after, t) })
    }
  }
}

/** In what the two scans were made otherwise. */
export function differenceText(difference: Difference, { t }: Pick<Words, 't'>): string {
  switch (difference.kind) {
    case 'unproven': {
      const { side, state, verdict } = difference
      return t(`compared.made.unproven.${side}`, { when: t(`when.${state}`), verdict: t(`verdict.${verdict}`) })
    }
    case 'some-runs':
      return t(`compared.made.some-runs.${difference.side}`, { when: t(`when.${difference.state}`) })
    case 'not-ended':
      return t(`compared.made.not-ended.${difference.side}`)
    case 'wrong-order':
    case 'judged-otherwise':
      return t(`compared.made.${difference.kind}`)
    default: {
      const { kind, before, after } = difference
      const what = t(`compared.setting.${kind}`)
      const said = t('compared.made.setting', { what, before: value(before, t), after: value(after, t) })
      return OURS.has(kind) ? said : `${said} ${t('compared.made.mayMatter')}`
    }
  }
}

/** What is ours to know, and nothing to the site. */
const OURS: ReadonlySet<Difference['kind']> = new Set([
  'site',
  'steps',
  'states',
  'runs',
  'jurisdictions',
  'rules',
  'knowledge',
  'own-knowledge',
  'tool',
])

export function pages(stepIds: readonly string[], { steps }: Pick<Words, 'steps'>): string {
  return stepIds.map((id) => steps.find((step) => step.id === id)?.label ?? id).join(', ')
}

function whyBlind(blindness: Blindness, words: Words): string {
  const { t } = words
  switch (blindness.kind) {
    case 'unproven':
      return t(
        blindness.verdict === 'no-banner' || blindness.verdict === 'not-offered'
          ? `compared.why.${blindness.verdict}`
          : 'compared.why.unproven',
      )
    case 'unseen-page':
      return t('compared.why.unseen-page', { pages: pages(blindness.stepIds, words) })
    default:
      return t(`compared.why.${blindness.kind}`)
  }
}

/** Names stay as they are; a few words are ours. */
function value(text: string, t: TFunction): string {
  const known = VALUES.find((each) => each === (text || 'none'))
  return known ? t(`compared.value.${known}`) : text
}

const VALUES = [
  'yes',
  'no',
  'none',
  'all',
  'unknown',
  'never',
  'canary',
  'allow',
  'block',
  'quiet',
  'virtual',
  'none named',
] as const
