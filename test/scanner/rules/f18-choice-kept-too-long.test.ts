import { describe, expect, test } from 'vitest'
import { fr } from '../../../scanner/jurisdictions/fr.ts'
import { choiceKeptTooLong } from '../../../scanner/rules/f18-choice-kept-too-long.ts'
import { judged, lines } from '../../evidence/assess.ts'
import { cookie } from '../../evidence/observations.ts'
import { by } from '../../evidence/scene.ts'
import { META, SITE } from '../../evidence/vendors.ts'

const plan = { states: ['accepted'] } as const
const kept = (lifetimeDays: number | null, name = 'cookie_consent') =>
  by(SITE, cookie({ state: 'accepted', name, lifetimeDays, domain: 'shop.lab.example' }))

describe('F18', () => {
  for (const [name, seen, expected] of [
    ['a year passes in the Union', [kept(365)], 'pass low F18|accepted||'],
    ['three years fail in the Union', [kept(1095)], 'fail low F18|accepted|shop.lab.example|cookie_consent'],
    ['a session passes', [kept(null)], 'pass low F18|accepted||'],
    [
      'a known platform’s name counts',
      [kept(800, 'OptanonConsent')],
      'fail low F18|accepted|shop.lab.example|OptanonConsent',
    ],
    ['other cookies are another question', [kept(800, 'cart')], 'not-applicable low F18|accepted||'],
    [
      'a tracker named like one is no choice',
      [by(META, cookie({ state: 'accepted', name: 'consent_id', lifetimeDays: 800 }))],
      'not-applicable low F18|accepted||',
    ],
  ] as const)
    test(name, () => expect(lines(judged([choiceKeptTooLong], { plan, seen }))).toEqual([expected]))

  test('in France half a year is the limit', () => {
    const [finding] = judged([choiceKeptTooLong], { plan, seen: [kept(365)] }, fr)
    expect(finding?.summary).toBe(
      '`cookie_consent` keeps the choice for 365 days on Opt-in; recommended are at most 184 days.',
    )
  })
})
