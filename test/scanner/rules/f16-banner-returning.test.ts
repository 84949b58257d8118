import { describe, expect, test } from 'vitest'
import { bannerReturning } from '../../../scanner/rules/f16-banner-returning.ts'
import { judged, lines } from '../../evidence/assess.ts'
import { banner, choice } from '../../evidence/observations.ts'
import type { Scene } from '../../evidence/scene.ts'

const plan = { states: ['rejected'] } as const
const gone = (stepId: string) => banner({ state: 'rejected', stepId, visible: false })
const back = (stepId: string) => banner({ state: 'rejected', stepId })

const cases: readonly (readonly [string, Scene, readonly string[]])[] = [
  ['a banner that stays away passes', { plan, seen: [gone('sales')] }, ['pass medium F16|rejected||']],
  ['a banner that asks again fails', { plan, seen: [gone('sales'), back('checkout')] }, ['fail medium F16|rejected||']],
  [
    'the banner before the choice is no return',
    { plan, seen: [banner({ state: 'choosing' }), gone('sales')] },
    ['pass medium F16|rejected||'],
  ],
  ['where nobody looked it is unclear', { plan }, ['unclear medium F16|rejected||']],
  [
    'without a banner the question does not arise',
    { plan, seen: [choice({ verdict: 'no-banner' })] },
    ['not-applicable medium F16|rejected||'],
  ],
]

describe('F16', () => {
  for (const [name, scene, expected] of cases)
    test(name, () => expect(lines(judged([bannerReturning], scene))).toEqual(expected))

  test('names the pages', () => {
    expect(judged([bannerReturning], { plan, seen: [back('sales'), back('checkout')] })[0]).toMatchObject({
      summary: 'The banner asked again on Sales, Checkout after reject.',
      stepIds: ['sales', 'checkout'],
      evidence: ['o1', 'o2'],
    })
  })
})
