import { join } from 'node:path'
import { expect, test } from 'vitest'
import { resultText } from '../../main/result-text.ts'
import { assessment } from '../scanner/samples.ts'
import { fakeHost } from './fake-host.ts'

const here = { assessment, dir: join(process.cwd(), 'scan'), reportPath: join(process.cwd(), 'scan', 'report.html') }

test('the answer is the matrix, the sentence, the findings, and where the rest is, in this order', () => {
  const text = resultText(here, fakeHost({ stdout: { columns: 100 } }).stdout)
  const places = [
    'Kartra',
    'One vendor was contacted before any choice.',
    'Findings: 1 high',
    'Report    scan/report.html',
  ]
  const at = places.map((each) => text.indexOf(each))
  expect(at).toEqual(at.toSorted((a, b) => a - b))
  expect(at).not.toContain(-1)
  expect(text).toMatch(/\nReport {4}scan\/report\.html\nEvidence {2}scan\n$/)
})

test('a place elsewhere is named in full', () => {
  const text = resultText({ ...here, dir: '/data/scan', reportPath: '/data/scan/report.html' }, fakeHost().stdout)
  expect(text).toContain('Report    /data/scan/report.html\nEvidence  /data/scan\n')
})

test.each([
  ['a file gets no colours', {}, false],
  ['a terminal that has none gets none', { isTTY: true, hasColors: () => false }, false],
  ['a terminal with colours gets them', { isTTY: true, hasColors: () => true }, true],
])('%s', (_, stdout, expected) => {
  expect(resultText(here, fakeHost({ stdout }).stdout).includes('\u001b[')).toBe(expected)
})

test('what a page chose cannot drive the terminal, wherever it stands', () => {
  const bad = '\u001b]0;pwned\u0007\u202e'
  const [row] = assessment.matrix
  const [finding] = assessment.findings
  const [step] = assessment.steps
  const [state] = assessment.states
  if (!row || !finding || !step || !state) throw new Error('the sample lost its parts')
  const hostile = {
    ...assessment,
    headline: bad,
    matrix: [{ ...row, name: bad }],
    findings: [{ ...finding, title: bad, summary: bad }],
    steps: [{ ...step, label: bad }],
    states: [{ ...state, verdict: 'inconclusive', because: bad }],
  } as const
  const text = resultText({ ...here, assessment: hostile }, fakeHost().stdout)
  for (const sign of ['\u001b', '\u0007', '\u202e']) expect(text).not.toContain(sign)
  expect(text.split('‹U+001B›').length).toBeGreaterThanOrEqual(7)
})

test("that the user's own knowledge decided with is told, and nothing where there is none", () => {
  const ownKnowledge = { path: '/ours', vendors: 2, categories: 1, lists: [{ name: 'house', rules: 7 }] }
  const told =
    'Judged with your own knowledge too: 2 vendor records, 1 category override, list house (7 rules), from /ours.'
  const screen = fakeHost({ stdout: { columns: 200 } }).stdout
  expect(resultText({ ...here, assessment: { ...assessment, ownKnowledge } }, screen)).toContain(told)
  expect(resultText({ ...here, assessment: { ...assessment, ownKnowledge: null } }, screen)).not.toContain(
    'own knowledge',
  )
})

test('what holding vendors back came to is told where it was asked', () => {
  const item = {
    vendorId: 'kartra',
    name: 'Kartra',
    category: 'marketing',
    stepIds: ['optin'],
    observations: [],
  } as const
  const whatIf = {
    held: [{ vendor: 'kartra', name: 'Kartra' }],
    gone: [{ ...item, kind: 'cookie', item: 'kuuid' } as const],
    leaks: [],
    broken: [],
    stepsLost: [],
    forms: { sent: [], lost: [] },
    errors: [],
    players: { seen: 0, lost: [] },
    embeds: [],
    without: [],
  }
  const screen = fakeHost({ stdout: { columns: 400 } }).stdout
  expect(resultText({ ...here, assessment: { ...assessment, whatIf } }, screen)).toContain(
    'What if: Held back after accept, as a consent gate would: Kartra. Gone with that: 1 thing, of Kartra.',
  )
  expect(resultText(here, screen)).not.toContain('What if')
})
