import { describe, expect, test } from 'vitest'
import { contactDataWithoutConsent } from '../../../scanner/rules/f28-contact-data-without-consent.ts'
import { judged, lines } from '../../evidence/assess.ts'
import { canarySeen, gap, request } from '../../evidence/observations.ts'
import { by, typed, type Scene } from '../../evidence/scene.ts'
import { KARTRA, META, RECAPTCHA } from '../../evidence/vendors.ts'
import type { Who } from '../../evidence/vendors.ts'

const to = (who: Who) => by(who, request({ state: 'rejected', url: 'https://tracker.example/tr' }))
const hashed = canarySeen({ state: 'rejected', encoding: 'sha256-hex' })
const PASS = ['pass high F28|rejected||']
const FAIL = ['fail high F28|rejected|meta-pixel|']

const cases: readonly (readonly [string, Scene, readonly string[]])[] = [
  ['nothing that left passes', {}, PASS],
  ['a digest to a pixel after reject fails', { seen: [to(META), hashed] }, FAIL],
  ['readable in a body fails too', { seen: [to(META), canarySeen({ state: 'rejected', where: 'body' })] }, FAIL],
  ['readable in an address is another question', { seen: [to(META), canarySeen({ state: 'rejected' })] }, PASS],
  [
    'what left before the form was sent is another question',
    { seen: [to(META), { ...hashed, beforeSubmit: true }] },
    PASS,
  ],
  ['a vendor that needs no consent passes', { seen: [to({ ...RECAPTCHA, category: 'necessary' }), hashed] }, PASS],
  ['whoever runs the form passes', { seen: [to(KARTRA), hashed], vendors: { kartra: { kinds: ['email'] } } }, PASS],
  ['after accept it is no question', { plan: { states: ['accepted'], steps: typed } }, ['not-applicable high F28|||']],
  [
    'silence over a gap is unclear',
    { gaps: [gap({ state: 'rejected', blinds: ['request'] })] },
    ['unclear high F28|rejected||'],
  ],
]

describe('F28', () => {
  for (const [name, scene, expected] of cases)
    test(name, () =>
      expect(
        lines(judged([contactDataWithoutConsent], { plan: { states: ['rejected'], steps: typed }, ...scene })),
      ).toEqual(expected),
    )
})
