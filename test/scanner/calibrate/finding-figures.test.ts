import { expect, test } from 'vitest'
import { findingFigures, unexercised } from '../../../scanner/calibrate/finding-figures.ts'
import { checkFindings } from '../../../scanner/lab/findings/check.ts'
import { fails, passes } from '../../../scanner/lab/findings/site.ts'

const expected = [fails('F02', 'no-choice', 'meta-pixel'), passes('F01', 'no-choice'), passes('F01', 'rejected')]

test('what was missed is counted by rule', () => {
  expect(findingFigures([checkFindings({ id: 'site', expected, needsNoConsent: false }, [])])).toEqual([
    { of: 'F01', matched: 0, missing: 2, invented: 0 },
    { of: 'F02', matched: 0, missing: 1, invented: 0 },
  ])
})

test('nothing measured has no figures', () => expect(findingFigures([])).toEqual([]))

test('what no site asks of a rule is told, with the reason where there is one', () => {
  const impossible = [{ ruleId: 'F02', outcome: 'pass', because: 'Nobody can see it.' } as const]
  expect(unexercised(['F01', 'F02'], expected, impossible)).toEqual([
    { ruleId: 'F01', outcome: 'fail', because: null },
    { ruleId: 'F01', outcome: 'unclear', because: null },
    { ruleId: 'F02', outcome: 'pass', because: 'Nobody can see it.' },
    { ruleId: 'F02', outcome: 'unclear', because: null },
  ])
})

test('a rule of which everything is asked is not', () => {
  const all = ['fail', 'pass', 'unclear'].map((outcome) => ({ ruleId: 'F01', outcome }) as (typeof expected)[number])
  expect(unexercised(['F01'], all, [])).toEqual([])
})
