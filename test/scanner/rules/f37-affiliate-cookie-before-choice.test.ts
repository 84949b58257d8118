import { describe, expect, test } from 'vitest'
import { affiliateCookieBeforeChoice } from '../../../scanner/rules/f37-affiliate-cookie-before-choice.ts'
import { judged, lines } from '../../evidence/assess.ts'
import { cookieWrite } from '../../evidence/observations.ts'
import { by } from '../../evidence/scene.ts'
import { KARTRA } from '../../evidence/vendors.ts'

const stored = (name: string) => by(KARTRA, cookieWrite({ name, lifetimeDays: 30 }))

describe('F37', () => {
  for (const [name, seen, expected] of [
    ['no affiliate cookie passes', [], 'pass medium F37|no-choice||'],
    [
      'an affiliate cookie fails where the strict reading counts',
      [stored('kaff_12')],
      'fail medium F37|no-choice|kartra|kaff_12',
    ],
    ['other cookies are another question', [stored('kuuid')], 'pass medium F37|no-choice||'],
    ['a name that merely begins alike is another', [stored('awcart')], 'pass medium F37|no-choice||'],
  ] as const)
    test(name, () => expect(lines(judged([affiliateCookieBeforeChoice], { seen }))).toEqual([expected]))

  test('gives both readings', () => {
    const [finding] = judged([affiliateCookieBeforeChoice], { seen: [stored('kaff_12')] })
    expect(finding?.summary).toBe('Kartra stored the affiliate cookie `kaff_12` (30 days) on Opt-in before any choice.')
    expect(finding?.readings.map(({ reading, counts }) => `${reading} ${counts}`)).toEqual([
      'strict true',
      'tolerant false',
    ])
  })
})
