import { describe, expect, test } from 'vitest'
import type { FindingRuling, StandingRuling } from '../../scanner/model.ts'
import { rulingsBeside, sightingKey, standingRulings } from '../../scanner/rulings.ts'
import { cookieBeforeChoice } from '../../scanner/rules/f01-cookie-before-choice.ts'
import { cookieWrite } from '../evidence/observations.ts'
import { by } from '../evidence/scene.ts'
import { META } from '../evidence/vendors.ts'
import { wholeAssessment } from '../evidence/whole-assessment.ts'

const SITE = 'https://shop.lab.example'

function ruling(given: Partial<FindingRuling> = {}): FindingRuling {
  return {
    site: SITE,
    about: 'F01|no-choice|meta-pixel|_fbp',
    decision: 'compliant',
    until: null,
    comment: '',
    by: 'A. Diaz',
    at: '2026-01-01T00:00:00.000Z',
    ...given,
  }
}

const risk = ruling({ decision: 'accepted-risk', until: '2026-06-30' })
const later = '2026-02-01T00:00:00.000Z'

for (const [name, all, today, expected] of [
  ['one that was made stands', [ruling()], '2026-03-01', ['compliant']],
  [
    'the last word counts, in whatever order they stand',
    [ruling({ decision: 'not-compliant', at: later }), ruling()],
    '2026-03-01',
    ['not-compliant'],
  ],
  ['one that was taken back does not', [ruling(), ruling({ decision: null, at: later })], '2026-03-01', []],
  ['one of another site does not', [ruling({ site: 'https://other.example' })], '2026-03-01', []],
  ['a risk is accepted up to its last day', [risk], '2026-06-30', ['accepted-risk']],
  ['and after it says that it is over', [risk], '2026-07-01', ['accepted-risk, expired']],
] as readonly (readonly [string, readonly FindingRuling[], string, readonly string[]])[])
  test(name, () => {
    const told = standingRulings(all, SITE, today).map(
      ({ decision, expired }) => `${decision}${expired ? ', expired' : ''}`,
    )
    expect(told).toEqual(expected)
  })

describe('beside findings', () => {
  const scanned = (name: string) =>
    wholeAssessment({ seen: [by(META, cookieWrite({ name })), by(META, cookieWrite({ name, stepId: 'sales' }))] }, [
      cookieBeforeChoice,
    ])
  const beside = (about: string, name = '_fbp') => {
    const standing: readonly StandingRuling[] = standingRulings([ruling({ about })], SITE, '2026-03-01')
    return [...rulingsBeside(scanned(name), standing)].map(([key, some]) => `${key}: ${some.length}`)
  }

  test('a ruling stands beside the finding of its key, in any scan', () => {
    expect(beside('F01|no-choice|meta-pixel|_fbp')).toEqual(['F01|no-choice|meta-pixel|_fbp: 1'])
    expect(beside('F01|no-choice|meta-pixel|_other')).toEqual([])
  })

  test('one on a thing seen stands beside every finding that rests on it', () => {
    const [seen] = scanned('_fbp').sightings
    const key = seen ? sightingKey(seen) : ''
    expect(key).toBe('S|meta-pixel|cookie|_fbp')
    expect(beside(key)).toEqual(['F01|no-choice|meta-pixel|_fbp: 1'])
  })

  test('a name that is made anew in each scan keeps its ruling', () => {
    expect(beside('F01|no-choice|meta-pixel|_u_{id}', '_u_0a1b2c3d4e5f6071')).toEqual([
      'F01|no-choice|meta-pixel|_u_{id}: 1',
    ])
  })
})
