import { describe, expect, test } from 'vitest'
import { scriptsOnCheckout } from '../../../scanner/rules/f31-scripts-on-checkout.ts'
import { judged, lines } from '../../evidence/assess.ts'
import { gap, request } from '../../evidence/observations.ts'
import { by, STEPS, type Scene } from '../../evidence/scene.ts'
import { META, NOBODY, SITE, type Who } from '../../evidence/vendors.ts'

const STRIPE: Who = { vendorId: 'stripe', name: 'Stripe', category: 'functional' }
const script = (who: Who, stepId = 'checkout') =>
  by(
    { ...who, purpose: 'load' },
    request({ state: 'accepted', stepId, resourceType: 'script', url: 'https://tracker.example/a.js' }),
  )
const vendors = { stripe: { kinds: ['payment'] } }
const PASS = ['pass high F31|accepted||']

const cases: readonly (readonly [string, Scene, readonly string[]])[] = [
  ['no script passes', {}, PASS],
  ['an advertising script on the checkout fails', { seen: [script(META)] }, ['fail high F31|accepted|meta-pixel|']],
  ['the same on another page passes', { seen: [script(META, 'sales')] }, PASS],
  ['the payment provider passes', { seen: [script(STRIPE)] }, PASS],
  ["the site's own passes", { seen: [script(SITE)] }, PASS],
  ['one that nobody knows needs review', { seen: [script(NOBODY)] }, ['unclear medium F31|accepted|tracker.example|']],
  [
    'a funnel without a checkout is not asked',
    { plan: { steps: STEPS.slice(0, 2) } },
    ['not-applicable high F31|accepted||'],
  ],
  [
    'silence over a gap is unclear',
    { gaps: [gap({ state: 'accepted', stepId: 'checkout' })] },
    ['unclear high F31|accepted||'],
  ],
]

describe('F31', () => {
  for (const [name, scene, expected] of cases)
    test(name, () => expect(lines(judged([scriptsOnCheckout], { vendors, ...scene }))).toEqual(expected))
})
