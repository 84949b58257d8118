import { expect, test } from 'vitest'
import { checkFindings } from '../../../../scanner/lab/findings/check.ts'
import type { ExpectedFinding } from '../../../../scanner/lab/findings/model.ts'
import { fails, fixNames, isNotAsked, isUnclear, passes, seen } from '../../../../scanner/lab/findings/site.ts'
import type { Finding, Outcome } from '../../../../scanner/model.ts'

function found(outcome: Outcome, key: string): Finding {
  const [ruleId = '', state = ''] = key.split('|')
  return {
    ruleId,
    key,
    outcome,
    severity: 'high',
    title: '',
    summary: 'It was so.',
    fix: '',
    law: [],
    state: state as Finding['state'],
    stepIds: [],
    vendorId: null,
    seen: { runs: 1, of: 1 },
    stability: 'unrepeated',
    readings: [],
    evidence: [],
  }
}

const FAIL = found('fail', 'F01|no-choice|meta-pixel|_fbp')

const cases: readonly (readonly [string, readonly ExpectedFinding[], readonly Finding[], readonly string[]])[] = [
  ['what is expected and found is right', [fails('F01', 'no-choice', 'meta-pixel')], [FAIL], []],
  [
    'one expectation covers several items of one subject',
    [fails('F01', 'no-choice', 'meta-pixel')],
    [FAIL, found('fail', 'F01|no-choice|meta-pixel|fr')],
    [],
  ],
  [
    'another vendor is another finding',
    [fails('F01', 'no-choice', 'hotjar')],
    [FAIL],
    [
      'missed: F01 fail no-choice (hotjar); said F01 fail no-choice (meta-pixel): It was so.',
      'unexpected: F01 fail no-choice (meta-pixel): It was so.',
    ],
  ],
  [
    'another state is another finding',
    [passes('F02', 'rejected')],
    [found('pass', 'F02|no-choice||')],
    ['missed: F02 pass rejected; nothing was said'],
  ],
  [
    'a pass in place of doubt is missed',
    [isUnclear('F02', 'no-choice')],
    [found('pass', 'F02|no-choice||')],
    ['missed: F02 unclear no-choice; said F02 pass no-choice: It was so.'],
  ],
  ['a failure nobody expects is wrong', [], [FAIL], ['unexpected: F01 fail no-choice (meta-pixel): It was so.']],
  [
    'passes and doubts nobody listed are not',
    [],
    [
      found('pass', 'F02|no-choice||'),
      found('unclear', 'F03|no-choice|x|'),
      found('not-applicable', 'F04|no-choice||'),
    ],
    [],
  ],
  [
    'a finding that came in some runs is no steady one',
    [seen('stable', fails('F01', 'no-choice', 'meta-pixel'))],
    [{ ...FAIL, stability: 'intermittent' }],
    [
      'missed: F01 fail no-choice (meta-pixel), stable; said F01 fail no-choice (meta-pixel), intermittent: It was so.',
      'unexpected: F01 fail no-choice (meta-pixel), intermittent: It was so.',
    ],
  ],
  [
    'a fix that names the container is right',
    [fixNames('GTM-1', fails('F01', 'no-choice', 'meta-pixel'))],
    [{ ...FAIL, fix: 'GTM container GTM-1 brings it.' }],
    [],
  ],
  [
    'one that does not is none',
    [fixNames('GTM-1', fails('F01', 'no-choice', 'meta-pixel'))],
    [{ ...FAIL, fix: 'Find what brings it.' }],
    [
      'missed: F01 fail no-choice (meta-pixel), with a fix that names GTM-1; said F01 fail no-choice (meta-pixel): It was so.',
      'unexpected: F01 fail no-choice (meta-pixel): It was so.',
    ],
  ],
  [
    'a question that does not arise can be expected',
    [isNotAsked('F20', 'no-choice')],
    [found('not-applicable', 'F20|no-choice||')],
    [],
  ],
]

test.each(cases)('%s', (_, expected, findings, faults) => {
  const check = checkFindings({ id: 'site', expected, needsNoConsent: false }, findings)
  expect(check.faults).toEqual(faults)
  expect(check.missing.length + check.unexpected.length).toBe(faults.length)
})

test('of a site that needs no consent, doubt is wrong as well', () => {
  const doubt = found('unclear', 'F03|no-choice|x|')
  expect(checkFindings({ id: 'site', expected: [], needsNoConsent: true }, [doubt]).faults).toEqual([
    'unexpected: F03 unclear no-choice (x): It was so.',
  ])
})
