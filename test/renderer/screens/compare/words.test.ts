import i18next, { type TFunction } from 'i18next'
import { beforeAll, describe, expect, test } from 'vitest'
import type { CellChange, ComparedState, ComparisonView, Difference } from '../../../../main/contract.ts'
import { formatsOf } from '../../../../renderer/parts/formats.ts'
import {
  blindText,
  differenceText,
  findingWhyText,
  headline,
  itemWhyText,
} from '../../../../renderer/screens/compare/words.ts'
import compareDe from '../../../../renderer/texts/compare.de.json' with { type: 'json' }
import compareEn from '../../../../renderer/texts/compare.en.json' with { type: 'json' }
import de from '../../../../renderer/texts/de.json' with { type: 'json' }
import en from '../../../../renderer/texts/en.json' with { type: 'json' }
import resultDe from '../../../../renderer/texts/result.de.json' with { type: 'json' }
import resultEn from '../../../../renderer/texts/result.en.json' with { type: 'json' }

const spoken = { en: {} as TFunction, de: {} as TFunction }

beforeAll(async () => {
  const texts = i18next.createInstance()
  await texts.init({
    resources: {
      en: { translation: { ...en, ...resultEn, ...compareEn } },
      de: { translation: { ...de, ...resultDe, ...compareDe } },
    },
    lng: 'en',
    interpolation: { escapeValue: false },
  })
  spoken.en = texts.getFixedT('en')
  spoken.de = texts.getFixedT('de')
})

const steps = [{ id: 'sales', label: 'Sales', role: 'sales', in: 'both' }] as const
const words = (language: 'en' | 'de') => ({
  t: spoken[language],
  formats: formatsOf(language === 'en' ? 'en-GB' : 'de-DE'),
  steps,
})

const NONE: Readonly<Record<CellChange, number>> = {
  new: 0,
  gone: 0,
  changed: 0,
  flapping: 0,
  same: 0,
  none: 0,
  'not-compared': 0,
}
const state = (name: ComparedState['state'], vendors: Partial<typeof NONE>): ComparedState => ({
  state: name,
  before: null,
  after: null,
  vendors: { ...NONE, ...vendors },
})

function comparison(states: readonly ComparedState[], after = '2026-11-21T12:00:00.000Z'): ComparisonView {
  const scan = { name: '', site: '', tool: '', knowledge: '' }
  return {
    before: { ...scan, startedAt: '2026-03-03T12:00:00.000Z' },
    after: { ...scan, startedAt: after },
    comparable: true,
    judgedBy: null,
    differences: [],
    states,
    steps,
    seen: { both: 1, of: 1 },
    matrix: [],
    findings: [],
    items: [],
    unchanged: 0,
    wordings: [],
  }
}

describe('the answer', () => {
  test('says since when, how many, and in which state', () => {
    const both = comparison([state('no-choice', { new: 2, same: 4 }), state('rejected', { gone: 1, flapping: 1 })])
    expect(headline(both, words('en'))).toBe(
      'Since 3 Mar 2026: 2 vendors are new before any choice, 1 vendor is gone after reject.',
    )
    expect(headline(both, words('de'))).toBe(
      'Seit 03.03.2026: 2 Anbieter sind vor jeder Wahl neu, 1 Anbieter ist nach Ablehnung verschwunden.',
    )
  })

  test('says so when there is nothing to say, and tells scans of one day apart by the hour', () => {
    const same = comparison([state('no-choice', { same: 4, 'not-compared': 1 })], '2026-03-03T15:00:00.000Z')
    expect(headline(same, words('en'))).toMatch(/^Since 3 Mar 2026, \d\d:00: no vendor is new, gone or different\.$/)
    expect(headline({ ...same, comparable: false }, words('en'))).toBe('These scans cannot be laid side by side.')
  })
})

test('why something is not compared is told of the scan that could not see it', () => {
  const blind = { side: 'before', blindness: { kind: 'unseen-page', stepIds: ['sales'] } } as const
  expect(blindText(blind, words('en'))).toBe('Not compared: in the earlier scan Sales could not be seen.')
  expect(blindText(blind, words('de'))).toBe('Nicht verglichen: im früheren Scan war Sales nicht zu sehen.')
  const unproven = { kind: 'unproven', verdict: 'no-banner', because: '' } as const
  expect(findingWhyText({ kind: 'blind', side: 'after', blindness: unproven }, words('en'))).toBe(
    'In the later scan there was no banner to choose on.',
  )
})

test('what changed of a cookie is told with both values', () => {
  expect(itemWhyText({ kind: 'lifetime', before: null, after: 30 }, words('en'))).toBe(
    'It lived for the session and lives 30 days.',
  )
  expect(itemWhyText({ kind: 'secure', before: 'yes', after: 'no' }, words('de'))).toBe('Secure war ja und ist nein.')
})

test('in what the scans were made otherwise is told, and where the site may have answered otherwise for it', () => {
  const cases: readonly (readonly [Difference, string])[] = [
    [{ kind: 'runs', before: '1', after: '3' }, 'The runs of each state differ: 1 before, 3 now.'],
    [
      { kind: 'language', before: 'de-DE', after: 'en-GB' },
      'The visitor’s language differs: de-DE before, en-GB now. The site may have answered otherwise for that.',
    ],
    [{ kind: 'rules', before: '', after: 'F08' }, 'The rules differ: none before, F08 now.'],
    [
      { kind: 'unproven', side: 'after', state: 'rejected', verdict: 'inconclusive', because: 'the banner stayed' },
      'The later scan says nothing of what happens after reject: inconclusive.',
    ],
  ]
  for (const [difference, expected] of cases) expect(differenceText(difference, words('en'))).toBe(expected)
})
