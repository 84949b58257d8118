import { describe, expect, test } from 'vitest'
import { legitimateInterestForAds } from '../../../scanner/rules/f35-legitimate-interest-for-ads.ts'
import { judged, lines } from '../../evidence/assess.ts'
import { ACCEPT, REJECT, SETTINGS, kept, layer, toggle } from '../../evidence/banner-observations.ts'
import { request } from '../../evidence/observations.ts'
import type { Scene } from '../../evidence/scene.ts'
import { tcString } from '../../evidence/tc-string.ts'

const plan = { states: ['rejected'] } as const
const claiming = (...interests: readonly number[]) => kept('tcf', tcString({ interests }), { state: 'rejected' })
const PASS = ['pass medium F35|rejected||']
const toggled = (isOn: boolean) =>
  layer({ layer: 2, toggles: [toggle({ label: 'Ads Legitimate interest', isOn, saysLegitimateInterest: true })] })

const cases: readonly (readonly [string, Scene, readonly string[]])[] = [
  ['a string without claims passes', { plan, seen: [claiming()] }, PASS],
  ['a banner without such toggles passes', { plan, seen: [layer()] }, PASS],
  ['claims for security and the like pass', { plan, seen: [claiming(9, 10, 11)] }, PASS],
  ['a toggle that is on fails', { plan, seen: [toggled(true)] }, ['fail medium F35|rejected||toggles']],
  ['a toggle that is off passes', { plan, seen: [toggled(false)] }, PASS],
  [
    'profiles need consent since TCF 2.2',
    { plan, seen: [claiming(3, 7)] },
    ['fail high F35|rejected||purposes 3 to 6'],
  ],
  [
    'before TCF 2.2 they did not',
    { plan, seen: [kept('tcf', tcString({ interests: [3], policyVersion: 3 }), { state: 'rejected' })] },
    ['unclear medium F35|rejected||kept after reject'],
  ],
  [
    'advertising that goes on after a refusal is open',
    { plan, seen: [claiming(2, 7)] },
    ['unclear medium F35|rejected||kept after reject'],
  ],
  [
    'before a choice it is no objection that is missing',
    { plan: { states: ['no-choice'] }, seen: [kept('tcf', tcString({ interests: [2] }))] },
    ['pass medium F35|no-choice||'],
  ],
  [
    'a request that carries the string counts',
    {
      plan,
      seen: [request({ state: 'rejected', url: `https://ads.example/?gdpr_consent=${tcString({ interests: [4] })}` })],
    },
    ['fail high F35|rejected||purposes 3 to 6'],
  ],
  [
    'settings that were not opened are unclear',
    { plan, seen: [layer({ controls: [ACCEPT, REJECT, SETTINGS] })] },
    ['unclear medium F35|rejected||'],
  ],
  ['with neither string nor layers it is unclear', { plan }, ['unclear medium F35|rejected||']],
]

describe('F35', () => {
  for (const [name, scene, expected] of cases)
    test(name, () => expect(lines(judged([legitimateInterestForAds], scene))).toEqual(expected))

  test('names the purposes', () => {
    expect(judged([legitimateInterestForAds], { plan, seen: [claiming(3, 6, 7)] })[0]?.summary).toBe(
      'The consent string claims legitimate interest for purpose 3, purpose 6 after reject; since TCF 2.2 these purposes stand on consent alone.',
    )
  })
})
