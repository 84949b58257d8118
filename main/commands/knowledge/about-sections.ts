import type { VendorRecord } from '../../../scanner/knowledge/vendor-record.ts'
import type { Entry, Section } from './show-text.ts'

/** Who the vendor is, what it does to a visitor, and what to do about it. */
export function aboutSections(record: VendorRecord): readonly Section[] {
  return [
    { title: 'Overview', entries: [plain(record.overview), ...identity(record)] },
    { title: 'Hold it back before consent?', entries: block(record) },
    {
      title: 'What it does',
      entries: record.behaviours.map(({ text, trigger, evidence }) => ({
        head: `- ${text}`,
        lines: [`When: ${trigger}`, evidence.length === 0 ? '' : `Shown by: ${evidence.join(', ')}`],
      })),
    },
    {
      title: 'What it collects',
      entries: record.dataCollected.map(({ item, when, personal }) =>
        plain(`- ${item} (${WHEN[when]}${personal ? '; personal' : ''})`),
      ),
    },
    {
      title: 'What the choice changes',
      entries: record.effects.map(({ when, feature, effect, source }) => ({
        head: `- ${CIRCUMSTANCE[when]}: ${feature}`,
        lines: [`${effect} [${source}]`],
      })),
    },
    {
      title: 'Labels of its own that differ from ours',
      entries: record.selfLabels.map(({ label, items, ours, source }) => ({
        head: `- "${label}": ${items.join(', ')}`,
        lines: [`${ours} [${source}]`],
      })),
    },
    {
      title: 'Questions',
      entries: record.faq.map(({ q, a }) => ({ head: q, lines: [a] })),
    },
  ]
}

function identity({ categories, kinds, aliases, industries, company, urls, ids, partOf }: VendorRecord): Entry[] {
  const parts: readonly (readonly [string, string | undefined])[] = [
    ['Category', `${categories.primary} (all: ${categories.all.join(', ')}). ${categories.why}`],
    ['Disputed', categories.disputed],
    ['Kinds', kinds.join(', ')],
    ['Also known as', aliases.join(', ')],
    ['Industries', industries.join(', ')],
    [
      'Company',
      [company.name, company.country, company.parent && `part of ${company.parent}`].filter(Boolean).join(', '),
    ],
    ['Part of', partOf],
    [
      'Pages',
      Object.entries(urls)
        .map(([what, url]) => `${what} ${url}`)
        .join('  '),
    ],
    [
      'In other lists',
      Object.entries(ids)
        .map(([list, value]) => `${list} ${[value].flat().join(', ')}`)
        .join('; '),
    ],
  ]
  return parts.flatMap(([label, text]) => (text ? [plain(`${label}: ${text}`)] : []))
}

function block({ block: { verdict, why, keep, how } }: VendorRecord): Entry[] {
  const answer = { yes: 'Yes', no: 'No', partly: 'Partly' }[verdict]
  return [
    plain(`${answer}. ${why}`),
    ...(keep.length === 0 ? [] : [plain(`Keep working: ${keep.join('; ')}`)]),
    plain(`How: ${how}`),
  ]
}

function plain(head: string): Entry {
  return { head, lines: [] }
}

const WHEN = {
  'page-load': 'on every page',
  interaction: 'on clicks and scrolling',
  form: 'from forms',
  purchase: 'on a purchase',
  video: 'while a film plays',
  'email-click': 'from links in e-mails',
  leave: 'on leaving the page',
} as const satisfies Record<VendorRecord['dataCollected'][number]['when'], string>

const CIRCUMSTANCE = {
  rejected: 'After a refusal',
  'essential-only': 'With essential cookies only',
  accepted: 'After acceptance',
  'known-lead': 'For a known lead',
  cleared: 'After cookies were cleared',
  'multi-device': 'On another device',
  'other-entry': 'On another way in',
} as const satisfies Record<VendorRecord['effects'][number]['when'], string>
