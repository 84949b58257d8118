import { describe, expect, test } from 'vitest'
import { noOptOutLink } from '../../../scanner/rules/f25-no-opt-out-link.ts'
import { usCa } from '../../../scanner/jurisdictions/us-ca.ts'
import { judged, lines } from '../../evidence/assess.ts'
import { offers } from '../../evidence/banner-observations.ts'
import { gap, page, request } from '../../evidence/observations.ts'
import { by, type Scene } from '../../evidence/scene.ts'
import { META, SITE } from '../../evidence/vendors.ts'

const plan = { states: ['no-choice'] } as const
const vendors = { 'meta-pixel': { saleOrShare: 'likely' } } as const
const pixel = by(META, request())
const PASS = ['pass medium F25|no-choice||']
const FAIL = ['fail medium F25|no-choice||']
const NONE = ['not-applicable medium F25|no-choice||']
const UNCLEAR = ['unclear medium F25|no-choice||']

const cases: readonly (readonly [string, Scene, readonly string[]])[] = [
  ['a page with the link passes', { plan, vendors, seen: [pixel, offers(['opt-out'])] }, PASS],
  ['"Your privacy choices" is the other title', { plan, vendors, seen: [pixel, offers(['choices'])] }, PASS],
  ['a page without fails', { plan, vendors, seen: [pixel, offers(['policy', 'consent'])] }, FAIL],
  [
    'one page of several fails',
    { plan, vendors, seen: [pixel, offers(['opt-out']), offers([], { stepId: 'sales' })] },
    FAIL,
  ],
  [
    'an error page is no page that lacks it',
    {
      plan,
      vendors,
      seen: [pixel, offers(['opt-out']), offers([], { stepId: 'sales' }), page({ stepId: 'sales', status: 503 })],
    },
    UNCLEAR,
  ],
  ['who sells nothing needs no link', { plan, seen: [by(SITE, request()), offers([])] }, NONE],
  ['a vendor of which nothing is known proves no sale', { plan, seen: [pixel, offers([])] }, NONE],
  ['where nobody looked it is unclear', { plan, vendors, seen: [pixel] }, UNCLEAR],
  ['silence over a gap is unclear', { plan, vendors, seen: [pixel, offers(['opt-out'])], gaps: [gap()] }, UNCLEAR],
]

describe('F25', () => {
  for (const [name, scene, expected] of cases)
    test(name, () => expect(lines(judged([noOptOutLink], scene, usCa))).toEqual(expected))

  test('names the pages and the vendors', () => {
    const seen = [pixel, offers([]), offers([], { stepId: 'sales' })]
    expect(judged([noOptOutLink], { plan, vendors, seen }, usCa)[0]?.summary).toBe(
      'No link "Do Not Sell or Share My Personal Information" or "Your Privacy Choices" was seen on Opt-in, Sales, while 1 vendor for whom a sale or sharing is likely was sent data: Meta Pixel. A cookie banner alone is not such a method.',
    )
  })

  test('in the Union it is not asked', () => {
    const [finding] = judged([noOptOutLink], { plan, vendors, seen: [pixel, offers([])] })
    expect(finding?.outcome).toBe('not-applicable')
  })
})
