import { expect, test } from 'vitest'
import { calibrated, counted, lifetime, listed, quoted, steadyName } from '../../scanner/words.ts'

test.each([
  [null, 'session'],
  [365, '365 days'],
  [1, '1 day'],
  [0.5, '12 hours'],
  [1 / 24, '1 hour'],
  [0.02, '29 minutes'],
  [0.00001, '1 minute'],
])('a lifetime of %s days reads %s', (days, expected) => expect(lifetime(days)).toBe(expected))

test.each([
  [['a'], 'a'],
  [['a', 'a', 'b'], 'a, b'],
  [['a', 'b', 'c'], 'a, b, c'],
  [['a', 'b', 'c', 'd', 'e'], 'a, b, c and 2 more'],
])('%j is listed as %s', (names, expected) => expect(listed(names)).toBe(expected))

test('one thing is not many', () => expect([counted(1, 'page'), counted(0, 'page')]).toEqual(['1 page', '0 pages']))

test('a name that a page chose never fills a page', () => {
  expect(quoted('_ga')).toBe('`_ga`')
  expect(quoted('x'.repeat(1_000_000))).toHaveLength(82)
})

for (const [name, given, expected] of [
  ['a whole id in a name', '_dd_s_3f2b8c1e-7d4a-4f5b-9c6d-0e1f2a3b4c5d', '_dd_s_{id}'],
  ['a token', 'mp_c1d2e3f4a5b6c7d8e9f00112233445566_mixpanel', 'mp_{id}_mixpanel'],
  ['a time in milliseconds', 'countdown-1763720000000', 'countdown-{time}'],
  ['a time in seconds', 'visit:1763720000', 'visit:{time}'],
  ['a long number', 'u123456789012345', 'u{id}'],
  ['a measurement id stays', '_ga_ABC123XYZ9', '_ga_ABC123XYZ9'],
  ['an account number stays', '_gat_UA-12345678-1', '_gat_UA-12345678-1'],
  ['a site number stays', '_hjSession_3856241', '_hjSession_3856241'],
  ['a word of hex letters stays', 'deadbeefdeadbeef', 'deadbeefdeadbeef'],
  ['a host with a random label', 'd-3a7b9c2e4f6081a2.cdn.example', 'd-{id}.cdn.example'],
] as const)
  test(name, () => expect(steadyName(given)).toBe(expected))

test('a calibration is told in one line, with the browser it was made with', () => {
  const figure = { missing: 0, invented: 0 }
  const facts = [
    { ...figure, of: 'hosts', matched: 1_000 },
    { ...figure, of: 'cookies', matched: 200, missing: 4 },
  ]
  const made = { ...figure, of: 'refusals made', matched: 70, missing: 1 }
  const calibration = {
    at: '2026-11-21T16:00:00.000Z',
    versions: { tool: '1', knowledge: 'k', browser: 'Chrome/156.0' },
    facts,
    banners: [{ ...figure, of: 'banners seen', matched: 9 }, made],
    findings: [],
    wrongWayClicks: 0,
    falselyProven: 0,
  }
  expect(calibrated(calibration)).toBe(
    'calibrated on 2026-11-21 with Chrome/156.0: 1,200 of 1,204 facts, 70 of 71 choices on banners, 0 wrong clicks',
  )
  const findings = [{ ...figure, of: 'F01', matched: 8, missing: 1, invented: 2 }]
  expect(calibrated({ ...calibration, facts: [], banners: [], findings })).toBe(
    'calibrated on 2026-11-21 with Chrome/156.0: 8 of 9 findings, 2 findings too many',
  )
  expect(calibrated({ ...calibration, banners: [] })).toBe(
    'calibrated on 2026-11-21 with Chrome/156.0: 1,200 of 1,204 facts',
  )
})
