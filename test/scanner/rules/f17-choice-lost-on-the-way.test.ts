import { describe, expect, test } from 'vitest'
import { choiceLostOnTheWay } from '../../../scanner/rules/f17-choice-lost-on-the-way.ts'
import { judged, lines } from '../../evidence/assess.ts'
import { choice, cookieWrite, gap, request } from '../../evidence/observations.ts'
import { by, type Scene } from '../../evidence/scene.ts'
import { META, NOBODY } from '../../evidence/vendors.ts'

const at = (state: 'rejected' | 'accepted', stepId: string) => by(META, request({ state, stepId }))
const everywhere = ['optin', 'sales', 'checkout'].map((stepId) => at('accepted', stepId))
const PASS = ['pass critical F17|rejected||']
const FAIL = ['fail critical F17|rejected|meta-pixel|']

const cases: readonly (readonly [string, Scene, readonly string[]])[] = [
  ['silence all the way passes', { seen: everywhere }, PASS],
  ['silent at first, then at work again fails', { seen: [...everywhere, at('rejected', 'checkout')] }, FAIL],
  [
    'storing counts like sending',
    { seen: [...everywhere, by(META, cookieWrite({ state: 'rejected', stepId: 'checkout' }))] },
    FAIL,
  ],
  [
    'never silent is another question: the refusal never held',
    { seen: [...everywhere, at('rejected', 'optin'), at('rejected', 'sales'), at('rejected', 'checkout')] },
    PASS,
  ],
  [
    'a vendor that is only on the later page was never silenced',
    { seen: [at('accepted', 'checkout'), at('rejected', 'checkout')] },
    PASS,
  ],
  [
    'a page that could not be seen shows no silence',
    {
      seen: [at('accepted', 'optin'), at('accepted', 'sales'), at('rejected', 'sales')],
      gaps: [gap({ state: 'rejected', stepId: 'optin' })],
    },
    ['unclear critical F17|rejected||'],
  ],
  [
    'without a proven acceptance there is nothing to compare with',
    { seen: [at('rejected', 'checkout'), choice({ journey: 'accepted', verdict: 'inconclusive' })] },
    PASS,
  ],
  ['what nobody has classified is left alone', { seen: [by(NOBODY, request({ state: 'rejected' }))] }, PASS],
]

describe('F17', () => {
  for (const [name, scene, expected] of cases)
    test(name, () => expect(lines(judged([choiceLostOnTheWay], scene))).toEqual(expected))

  test('names the host on which the refusal was lost', () => {
    const [finding] = judged([choiceLostOnTheWay], { seen: [...everywhere, at('rejected', 'checkout')] })
    expect(finding?.summary).toBe(
      'Meta Pixel kept silent at first after reject, but was at work again on Checkout, on `pay.lab.example`.',
    )
  })
})
