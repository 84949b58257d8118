import { expect, test } from 'vitest'
import { findingsText } from '../../main/findings-text.ts'
import type { Finding, StandingRuling } from '../../scanner/model.ts'
import { assessment } from '../scanner/samples.ts'

const PLAIN = { width: 80, colour: false }

function told(findings: readonly Partial<Finding>[], style = PLAIN, rulings: readonly StandingRuling[] = []): string {
  const [sample] = assessment.findings
  if (!sample) throw new Error('the sample lost its finding')
  return findingsText(
    { ...assessment, findings: findings.map((each) => ({ ...sample, fix: '', ...each })) },
    style,
    rulings,
  )
}

test('findings stand under their rule, the heaviest first, and are counted', () => {
  const text = told([
    { ruleId: 'F04', severity: 'medium', title: 'Kept before choice', summary: 'A kept `a`.' },
    { ruleId: 'F01', severity: 'critical', title: 'Stored before choice', summary: 'B stored `b`.' },
    { ruleId: 'F01', severity: 'critical', title: 'Stored before choice', summary: 'C stored `c`.' },
    { ruleId: 'F01', severity: 'critical', title: 'Stored before choice', summary: 'D passed.', outcome: 'pass' },
  ])
  expect(text).toBe(
    [
      'Findings: 2 critical, 1 medium',
      '',
      '  critical  Stored before choice (F01)',
      '    B stored `b`.',
      '    C stored `c`.',
      '',
      '  medium  Kept before choice (F04)',
      '    A kept `a`.',
    ].join('\n'),
  )
})

test('no finding never reads as clean', () => {
  expect(told([])).toBe('No findings in what could be seen.')
})

test('the way out stands under its finding, once for several on end that share it', () => {
  const text = told([
    { summary: 'A kept `a`.', fix: 'Hold A back.' },
    { summary: 'A kept `b`.', fix: 'Hold A back.' },
    { summary: 'C kept `c`.', fix: 'Hold C back.' },
  ])
  expect(text.split('\n').slice(3)).toEqual([
    '    A kept `a`.',
    '    A kept `b`.',
    '      Way out: Hold A back.',
    '    C kept `c`.',
    '      Way out: Hold C back.',
  ])
})

test('what a person decided stands beside the finding, never instead of it', () => {
  const ruling: StandingRuling = {
    site: 'https://shop.lab.example',
    about: 'F01|no-choice|kartra|kuuid',
    decision: 'accepted-risk',
    until: '2027-03-31',
    comment: 'contract ends then',
    by: 'A. Diaz',
    at: '2026-11-21T10:00:00.000Z',
    expired: false,
  }
  const finding = { key: ruling.about, summary: 'A kept `a`.', fix: 'Hold A back.' }
  const lines = told([finding, { ...finding, key: 'another' }], { width: 120, colour: false }, [ruling]).split('\n')
  expect(lines.slice(3)).toEqual([
    '    A kept `a`.',
    '      Ruling: Accepted risk until 2027-03-31 (A. Diaz, 2026-11-21). contract ends then',
    '    A kept `a`.',
    '      Way out: Hold A back.',
  ])
})

test('what is unclear is left to a person, rule by rule', () => {
  expect(told([{ outcome: 'unclear' }, { outcome: 'unclear' }])).toContain(
    '\n\nUnclear, to be looked at in the report: Stored before any choice (F01, 2).',
  )
})

test('of several runs it is said in how many it was seen', () => {
  expect(told([{ seen: { runs: 2, of: 3 } }])).toContain('Kartra stored an identifier. Seen in 2 of 3 proven runs.')
})

test('where another legal order answers otherwise, it says so', () => {
  const reading = { reading: 'settled', counts: true, severity: 'high', law: [], note: '' } as const
  const readings = [
    { ...reading, jurisdiction: 'eu', outcome: 'fail' },
    { ...reading, jurisdiction: 'de', outcome: 'fail' },
    { ...reading, jurisdiction: 'fr', outcome: 'fail', severity: 'medium' },
    { ...reading, jurisdiction: 'us-ca', outcome: 'not-applicable' },
  ] as const
  expect(told([{ readings }], { width: 200, colour: false })).toContain(
    'Kartra stored an identifier. FR: medium; US-CA: no question here.',
  )
})

test('of one rule the first few are told, and how many more there are', () => {
  const text = told(Array.from({ length: 9 }, (_, index) => ({ summary: `Number ${index + 1}.` })))
  expect(text).toMatch(/Number 6\.\n {4}\.\.\. and 3 more in the report$/)
  expect(text).toContain('Findings: 9 high')
})

test('long sentences are broken between words and stay indented', () => {
  const lines = told([{ summary: 'word '.repeat(40).trim() }])
    .split('\n')
    .slice(3)
  expect(lines.length).toBe(3)
  for (const line of lines) expect(line).toMatch(/^ {4}word[^]{0,72}$/)
})

test('a terminal with colours gets the severity in its colour, and nothing else can bring any', () => {
  const summary = 'Kartra stored `\u001b[32mgreen\n`.'
  expect(told([{ summary }], { width: 80, colour: true })).toContain(
    '\u001b[31mhigh\u001b[39m  Stored before any choice (F01)\n    Kartra stored `‹U+001B›[32mgreen‹U+000A›`.',
  )
})
