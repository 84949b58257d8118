import { describe, expect, test } from 'vitest'
import { noRejectOnFirstLayer } from '../../../scanner/rules/f11-no-reject-on-first-layer.ts'
import { judged, lines } from '../../evidence/assess.ts'
import { ACCEPT, REJECT, SAVE, SETTINGS, control, layer } from '../../evidence/banner-observations.ts'
import { banner, choice, gap } from '../../evidence/observations.ts'
import type { Scene } from '../../evidence/scene.ts'

const PASS = ['pass high F11|no-choice||']
const FAIL = ['fail high F11|no-choice||']
const UNCLEAR = ['unclear high F11|no-choice||']
const refused = (on: number) =>
  choice({ journey: 'rejected', layer: on, clicks: Array.from({ length: on }, () => CLICK) })
const CLICK = { x: 1, y: 1, text: 'x', meaning: 'reject', trusted: true, at: 1 } as const

const cases: readonly (readonly [string, Scene, readonly string[]])[] = [
  ['accept and reject side by side pass', { seen: [layer()] }, PASS],
  ['accept and settings fail', { seen: [layer({ controls: [ACCEPT, SETTINGS] }), refused(2)] }, FAIL],
  ['a toggle and a button to save fail', { seen: [layer({ controls: [SAVE] }), refused(2)] }, FAIL],
  [
    'a notice with nothing but OK fails',
    { seen: [layer({ controls: [control({ meaning: 'acknowledge' })] }), refused(2)] },
    FAIL,
  ],
  [
    'a button we cannot read may be the refusal',
    { seen: [layer({ controls: [ACCEPT, control({ text: 'Fortsett uten' })] }), refused(2)] },
    UNCLEAR,
  ],
  ['a refusal that was made on the first layer is one', { seen: [layer({ controls: [ACCEPT] }), refused(1)] }, PASS],
  ['controls of which none can be read are unclear', { seen: [layer({ controls: [control()] }), refused(2)] }, UNCLEAR],
  ['what was met in another journey counts', { seen: [layer({ journey: 'accepted' })] }, PASS],
  ['a banner that was not measured is unclear', { seen: [banner()] }, UNCLEAR],
  [
    'without a banner the question does not arise',
    {
      seen: [
        banner({ visible: false }),
        choice({ journey: 'rejected', verdict: 'no-banner' }),
        choice({ journey: 'accepted', verdict: 'no-banner' }),
      ],
    },
    ['not-applicable high F11|no-choice||'],
  ],
  ['silence over a gap is unclear', { seen: [layer()], gaps: [gap({ blinds: ['banner'] })] }, UNCLEAR],
]

describe('F11', () => {
  for (const [name, scene, expected] of cases)
    test(name, () => expect(lines(judged([noRejectOnFirstLayer], scene))).toEqual(expected))

  test('says what is offered instead, and what refusing took', () => {
    const seen = [layer({ controls: [ACCEPT, SETTINGS] }), refused(2)]
    expect(judged([noRejectOnFirstLayer], { seen })[0]?.summary).toBe(
      'The first layer of the banner offers `Accept all`, `Settings`, but no way to refuse. Refusing took 2 clicks, on layer 2.',
    )
  })

  test('a button to refuse is another layer’s business', () => {
    const seen = [layer({ controls: [ACCEPT] }), layer({ layer: 2, controls: [REJECT] }), refused(2)]
    expect(lines(judged([noRejectOnFirstLayer], { seen }))).toEqual(FAIL)
  })
})
