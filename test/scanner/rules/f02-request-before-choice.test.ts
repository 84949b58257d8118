import { describe, expect, test } from 'vitest'
import { requestBeforeChoice } from '../../../scanner/rules/f02-request-before-choice.ts'
import { judged, lines } from '../../evidence/assess.ts'
import { choice, cookieWrite, gap, request } from '../../evidence/observations.ts'
import { allBy, by, type Scene } from '../../evidence/scene.ts'
import { ANALYTICS, CLARITY, COUNTER, META, NOBODY, SITE, TAG_MANAGER } from '../../evidence/vendors.ts'

const pixel = request({ url: 'https://www.facebook.com/tr/?id=1' })
const PASS = ['pass high F02|no-choice||']
const FAIL = ['fail high F02|no-choice|meta-pixel|']
const count = request({ url: 'https://count.example/api/event' })
const noBanner = (journey: 'rejected' | 'accepted') => choice({ journey, verdict: 'no-banner', because: 'no banner' })

const cases: readonly (readonly [string, Scene, readonly string[]])[] = [
  ['silence passes', {}, PASS],
  ['a pixel before any choice fails', { seen: [by(META, pixel)] }, FAIL],
  ['many pixels of one vendor are one finding', { seen: allBy(META, pixel, { ...pixel, stepId: 'sales' }) }, FAIL],
  [
    'a vendor behind a host of the site fails all the same',
    { seen: [by({ ...META, party: 'first-disguised' }, request({ url: 'https://shop.lab.example/tr' }))] },
    FAIL,
  ],
  ['the same pixel after accept passes', { seen: [by(META, request({ ...pixel, state: 'accepted' }))] }, PASS],
  // website-evidence-collector#85: a request stopped by the site's own CSP is no contact.
  ['a pixel the site blocked passes', { seen: [by(META, request({ fate: 'blocked', failure: 'csp' }))] }, PASS],
  ['a pixel that never left passes', { seen: [by(META, request({ fate: 'attempted' }))] }, PASS],
  [
    'an answer that CORS hid from the page was fetched all the same',
    { seen: [by(META, request({ fate: 'blocked', status: 200, failure: 'MissingAllowOriginHeader' }))] },
    FAIL,
  ],
  ['an answer from the cache contacts nobody', { seen: [by(META, request({ fromCache: true }))] }, PASS],
  ['fetching a library is another question', { seen: [by({ ...META, purpose: 'load' }, pixel)] }, PASS],
  ['a tag manager sends nothing', { seen: [by(TAG_MANAGER, request())] }, PASS],
  [
    'a ping that says denied is another question',
    { seen: [by(ANALYTICS, request({ url: 'https://www.google-analytics.com/g/collect?v=2&gcs=G100' }))] },
    PASS,
  ],
  [
    'a ping that denies ads only is judged for analytics',
    { seen: [by(ANALYTICS, request({ url: 'https://www.google-analytics.com/g/collect?v=2&gcs=G101' }))] },
    ['fail high F02|no-choice|google-analytics|'],
  ],
  // website-evidence-collector#87: icons and scripts of the site's own are no beacons, whatever they are called.
  ["the site's own icon passes", { seen: [by(SITE, request({ url: 'https://shop.lab.example/facebook.svg' }))] }, PASS],
  [
    'unknown hosts that are sent data need review, all in one',
    {
      seen: [
        by(NOBODY, request({ url: 'https://a.unknown.example/x' })),
        by(NOBODY, request({ url: 'https://b.unknown.example/x' })),
      ],
    },
    ['unclear high F02|no-choice||unclassified hosts'],
  ],
  [
    "an unknown beacon of the site's own is left to the matrix",
    { seen: [by({ ...SITE, category: 'unclassified' }, request({ url: 'https://shop.lab.example/log' }))] },
    PASS,
  ],
  [
    'an unknown host that serves content is left to the matrix',
    { seen: [by({ ...NOBODY, purpose: 'content' }, request())] },
    PASS,
  ],
  // Slashgear/gdpr-cookie-scanner#48: cookieless statistics and no banner got the worst grade.
  [
    'cookieless counting on a site without a banner is told in both readings',
    { seen: [by(COUNTER, count), noBanner('rejected'), noBanner('accepted')] },
    ['unclear high F02|no-choice|counter|'],
  ],
  [
    'so is counting of which the vendor’s record says that it depends',
    {
      seen: [by({ ...COUNTER, disputed: false }, count), noBanner('rejected'), noBanner('accepted')],
      vendors: { counter: { consent: 'depends' } },
    },
    ['unclear high F02|no-choice|counter|'],
  ],
  [
    'so is counting that keeps nothing even after accept',
    { seen: [by(COUNTER, count), by(COUNTER, request({ ...count, state: 'accepted' }))] },
    ['unclear high F02|no-choice|counter|'],
  ],
  [
    'counting that keeps something once accepted merely waits with its cookie',
    { seen: [by(COUNTER, count), by(COUNTER, cookieWrite({ state: 'accepted' }))] },
    ['fail high F02|no-choice|counter|'],
  ],
  ['silence over a gap is unclear', { gaps: [gap({ blinds: ['request'] })] }, ['unclear high F02|no-choice||']],
]

describe('F02', () => {
  for (const [name, scene, expected] of cases)
    test(name, () => expect(lines(judged([requestBeforeChoice], scene))).toEqual(expected))

  test('says how many requests went where', () => {
    const upload = { url: 'https://a.clarity.ms/collect', method: 'POST' }
    const [finding] = judged([requestBeforeChoice], {
      seen: allBy(
        CLARITY,
        request(upload),
        request(upload),
        request({ url: 'https://c.clarity.ms/c.gif', stepId: 'checkout' }),
      ),
    })
    expect(finding?.summary).toBe(
      '3 requests went to Microsoft Clarity (`a.clarity.ms/collect`, `c.clarity.ms/c.gif`) on Opt-in, Checkout before any choice.',
    )
  })

  test('counts the pages when it was all of them', () => {
    const seen = allBy(META, ...['optin', 'sales', 'checkout'].map((stepId) => ({ ...pixel, stepId })))
    expect(judged([requestBeforeChoice], { seen })[0]?.summary).toBe(
      '3 requests went to Meta Pixel (`www.facebook.com/tr/`) on all 3 pages before any choice.',
    )
  })
})
