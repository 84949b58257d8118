import { describe, expect, test } from 'vitest'
import { trackerKeptTooLong } from '../../../scanner/rules/f19-tracker-kept-too-long.ts'
import { judged, lines } from '../../evidence/assess.ts'
import { choice, cookie, cookieWrite } from '../../evidence/observations.ts'
import { by, type Scene } from '../../evidence/scene.ts'
import { ANALYTICS, SITE } from '../../evidence/vendors.ts'

const long = { state: 'accepted', name: '_ga', lifetimeDays: 400 } as const
const PASS = ['pass medium F19|accepted||']
const FAIL = ['fail medium F19|accepted|google-analytics|_ga']

const cases: readonly (readonly [string, Scene, readonly string[]])[] = [
  ['thirteen months pass', { seen: [by(ANALYTICS, cookieWrite({ ...long, lifetimeDays: 396 }))] }, PASS],
  ['longer fails, accepted or not', { seen: [by(ANALYTICS, cookieWrite(long))] }, FAIL],
  ['so does what merely stands in the inventory', { seen: [by(ANALYTICS, cookie(long))] }, FAIL],
  [
    'what the browser refused never lived',
    { seen: [by(ANALYTICS, cookieWrite({ ...long, effect: 'refused' }))] },
    PASS,
  ],
  ['a cookie that is needed may live', { seen: [by(SITE, cookieWrite(long))] }, PASS],
  [
    'where nothing was accepted it is asked of what happens before the choice',
    {
      seen: [
        by(ANALYTICS, cookieWrite({ ...long, state: 'no-choice' })),
        choice({ journey: 'accepted', verdict: 'no-banner' }),
      ],
    },
    ['fail medium F19|no-choice|google-analytics|_ga'],
  ],
]

describe('F19', () => {
  for (const [name, scene, expected] of cases)
    test(name, () => expect(lines(judged([trackerKeptTooLong], scene))).toEqual(expected))
})
