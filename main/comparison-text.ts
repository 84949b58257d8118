import type { Change, Comparison, FindingChange, ItemChange } from '../scanner/model.ts'
import { visible } from '../scanner/reports/foreign-text.ts'
import { CATEGORY_NAMES, STATE_NAMES } from '../scanner/reports/names.ts'
import { counted, listed } from '../scanner/words.ts'
import { differenceText } from './comparison-text/differences.ts'
import { comparedHeadline } from './comparison-text/headline.ts'
import { comparedMatrixText, type MatrixTextOptions } from './comparison-text/matrix.ts'
import { findingWhyText, itemWhyText } from './comparison-text/why.ts'
import { wrap } from './wrap.ts'

/** What changed between two scans, for a terminal: the answer, the matrix of differences, findings, then what stands on the pages. */
export function comparisonText(comparison: Comparison, options: MatrixTextOptions): string {
  const { before, after, comparable, differences, unchanged } = comparison
  const { width } = options
  const parts = [
    `${visible(after.name)}\n${before.startedAt} to ${after.startedAt}`,
    wrap(comparedHeadline(comparison), width),
    ...(comparable ? [comparedMatrixText(comparison, options)] : []),
    ...differences.map((difference) => wrap(visible(differenceText(difference)), width)),
    ...judgedText(comparison, width),
    ...(comparable ? [...findingParts(comparison, width), ...itemParts(comparison, width)] : []),
    ...(comparable ? [`${counted(unchanged, 'finding')} unchanged.`] : []),
  ]
  return `${parts.join('\n\n')}\n`
}

function judgedText({ judgedBy: by }: Comparison, width: number): readonly string[] {
  if (by === null) return []
  const own = by.ownKnowledge === null ? '' : ` and your own in ${by.ownKnowledge.path}`
  const text = `Both were judged by the same ${counted(by.rules, 'rule')}, under ${by.jurisdictions.join(', ')}, with vendor knowledge ${by.knowledge}${own}.`
  return [wrap(visible(text), width)]
}

const CHANGES: readonly (readonly [Change, string])[] = [
  ['new', 'New'],
  ['changed', 'Changed'],
  ['fixed', 'Fixed'],
  ['flapping', 'Comes and goes'],
  ['unsure', 'Not comparable'],
]

function findingParts(comparison: Comparison, width: number): readonly string[] {
  const { findings } = comparison
  if (findings.length === 0) return ['No finding is new, fixed or changed.']
  return CHANGES.flatMap(([change, title]) => {
    const these = findings.filter((each) => each.change === change)
    if (these.length === 0) return []
    const lines = these.map((each) => findingLine(each, comparison, width))
    return [[`${title}: ${counted(these.length, 'finding')}`, ...lines].join('\n')]
  })
}

function findingLine(change: FindingChange, { steps }: Comparison, width: number): string {
  const { ruleId, state, before, after, why } = change
  const side = after ?? before
  const said = [side?.summary ?? '', ...why.map((each) => findingWhyText(each, state, steps))].filter(Boolean)
  return wrap(visible(`${side?.severity ?? ''} ${ruleId}: ${said.join(' ')}`), width, '    ')
}

/** Vendors stand in the matrix. */
const ITEMS: readonly (readonly [ItemChange['what'], string])[] = [
  ['cookie', 'Cookies'],
  ['storage', 'Storage'],
  ['host', 'Hosts'],
]

const ITEM_CHANGES: Readonly<Record<ItemChange['change'], string>> = {
  new: 'new',
  gone: 'gone',
  flapping: 'comes and goes',
  changed: 'changed',
}

function itemParts({ items }: Comparison, width: number): readonly string[] {
  return ITEMS.flatMap(([what, title]) => {
    const these = items.filter((each) => each.what === what)
    if (these.length === 0) return []
    const told = these.slice(0, MOST).map((each) => wrap(visible(itemLine(each)), width, '    '))
    const more = these.length - MOST
    return [[title, ...told, ...(more > 0 ? [`    ... and ${more} more with --json`] : [])].join('\n')]
  })
}

const MOST = 20

function itemLine({ change, name, vendorName, category, state, stepIds, why }: ItemChange): string {
  const whose = vendorName === name ? CATEGORY_NAMES[category] : `${vendorName}, ${CATEGORY_NAMES[category]}`
  const where = `${STATE_NAMES[state]}: ${listed(stepIds, 6)}`
  return [`${ITEM_CHANGES[change]}  ${name} (${whose}), ${where}`, ...why.map(itemWhyText)].join('. ')
}
