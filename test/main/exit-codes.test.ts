import { expect, test } from 'vitest'
import { exitCodeMeanings, exitCodeOf, exitCodeOfError, exitCodes } from '../../main/exit-codes.ts'
import type { Assessment, Finding, Severity, StateVerdict } from '../../scanner/model.ts'
import { assessment as sample } from '../scanner/samples.ts'

interface Seen {
  readonly fails?: readonly Severity[]
  readonly outcome?: Finding['outcome']
  readonly verdicts?: readonly StateVerdict[]
  readonly visited?: boolean
}

function assessment({ fails = [], outcome = 'fail', verdicts = ['proven'], visited = true }: Seen): Assessment {
  const [finding] = sample.findings
  const [state] = sample.states
  const [visit] = sample.coverage.visits
  if (!finding || !state || !visit) throw new Error('the sample lost its parts')
  return {
    ...sample,
    states: verdicts.map((verdict) => ({ ...state, verdict })),
    findings: fails.map((severity) => ({ ...finding, outcome, severity })),
    coverage: { ...sample.coverage, visits: [{ ...visit, visited }] },
  }
}

test.each([
  ['nothing found, no threshold', {}, null, 0],
  ['findings without a threshold never count', { fails: ['critical'] }, null, 0],
  ['a finding at the threshold counts', { fails: ['high'] }, 'high', 1],
  ['a finding above it counts', { fails: ['critical'] }, 'high', 1],
  ['a finding below it does not', { fails: ['medium'] }, 'high', 0],
  ['even info counts when it is asked for', { fails: ['info'] }, 'info', 1],
  ['what is unclear is no finding', { fails: ['critical'], outcome: 'unclear' }, 'info', 0],
  ['what passed is no finding', { fails: ['critical'], outcome: 'pass' }, 'info', 0],
  ['an inconclusive state is told', { verdicts: ['proven', 'inconclusive'] }, null, 4],
  ['a page that was not reached is told', { visited: false }, null, 4],
  ['no banner is an answer', { verdicts: ['no-banner', 'not-offered'] }, null, 0],
  ['a finding counts whatever else could not be seen', { fails: ['high'], verdicts: ['inconclusive'] }, 'high', 1],
  ['below the threshold the doubt remains', { fails: ['low'], verdicts: ['inconclusive'] }, 'high', 4],
] as const)('%s', (_, seen, failOn, code) => {
  expect(exitCodeOf(assessment(seen), failOn)).toBe(code)
})

test('a plan at fault is a matter of usage, everything else kept the scan from being made', () => {
  expect(exitCodeOfError('plan-invalid')).toBe(2)
  for (const code of ['browser-missing', 'site-unreachable', 'browser-crashed', 'cancelled', 'disk-full'] as const)
    expect(exitCodeOfError(code)).toBe(3)
})

test('every code has a meaning, and there is no other', () => {
  expect(Object.keys(exitCodeMeanings)).toEqual(Object.values(exitCodes).map(String))
})
