import type { Change, Comparison, FindingChange, ItemChange } from '../scanner/model.ts'
import { visible } from '../scanner/reports/foreign-text.ts'
import { CATEGORY_NAMES, STATE_NAMES } from '../scanner/reports/names.ts'
import { counted, listed } from '../scanner/words.ts'
import { wrap } from './wrap.ts'

/** What changed between two scans, for a terminal: findings first, then what stands on the pages. */
export function comparisonText(comparison: Comparison, { width }: { readonly width: number }): string {
  const { before, after, comparable, differences, unchanged } = comparison
  const parts = [
    `${visible(after.name)}\n${before.startedAt} to ${after.startedAt}`,
    ...(comparable ? [] : ['Nothing of these two scans can be laid side by side.']),
    ...differences.map((sentence) => wrap(visible(sentence), width)),
    ...(comparable ? [...findingParts(comparison, width), ...itemParts(comparison, width)] : []),
    ...(comparable ? [`${counted(unchanged, 'finding')} unchanged.`] : []),
  ]
  return `${parts.join('\n\n')}\n`
}

const CHANGES: readonly (readonly [Change, string])[] = [
  ['new', 'New'],
  ['changed', 'Changed'],
  ['fixed', 'Fixed'],
  ['flapping', 'Comes and goes'],
  ['unsure', 'Not comparable'],
]

function findingParts({ findings }: Comparison, width: number): readonly string[] {
  if (findings.length === 0) return ['No finding is new, fixed or changed.']
  return CHANGES.flatMap(([change, title]) => {
    const these = findings.filter((each) => each.change === change)
    if (these.length === 0) return []
    return [[`${title}: ${counted(these.length, 'finding')}`, ...these.map((each) => line(each, width))].join('\n')]
  })
}

function line({ ruleId, before, after, because }: FindingChange, width: number): string {
  const side = after ?? before
  const said = [side?.summary ?? '', because].filter((part) => part !== '').join(' ')
  return wrap(visible(`${side?.severity ?? ''} ${ruleId}: ${said}`), width, '    ')
}

const ITEMS: readonly (readonly [ItemChange['what'], string])[] = [
  ['vendor', 'Vendors'],
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

function itemLine({ change, name, category, state, stepIds, because }: ItemChange): string {
  const where = `${STATE_NAMES[state]}: ${listed(stepIds, 6)}`
  return `${ITEM_CHANGES[change]}  ${name} (${CATEGORY_NAMES[category]}), ${where}${because === '' ? '' : `. ${because}`}`
}
