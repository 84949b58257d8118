import { describe, expect, test } from 'vitest'
import { privacyControlIgnored } from '../../../scanner/rules/f24-privacy-control-ignored.ts'
import { usCa } from '../../../scanner/jurisdictions/us-ca.ts'
import { judged, lines } from '../../evidence/assess.ts'
import { kept } from '../../evidence/banner-observations.ts'
import { gap, request } from '../../evidence/observations.ts'
import { by, type Scene } from '../../evidence/scene.ts'
import { ANALYTICS, META, SITE } from '../../evidence/vendors.ts'

const plan = { states: ['gpc'] } as const
const vendors = { 'meta-pixel': { saleOrShare: 'likely' }, 'google-analytics': { saleOrShare: 'possible' } } as const
const notice = kept('gpc-notice', 'Opt-Out Request Honored', { state: 'gpc' })
const pixel = (url = 'https://www.facebook.com/tr/?id=1') => by(META, request({ state: 'gpc', url }))
const UNCONFIRMED = 'fail medium F24|gpc||confirmation'
const PASS = 'pass high F24|gpc||'

const cases: readonly (readonly [string, Scene, readonly string[]])[] = [
  ['silence with a confirmation passes', { plan, vendors, seen: [notice] }, [PASS]],
  [
    'silence without one lacks the confirmation',
    { plan: { states: ['no-choice', 'gpc'] }, vendors, seen: [by(META, request())] },
    [UNCONFIRMED],
  ],
  ['where nothing is sold there is nothing to confirm', { plan, vendors }, [PASS]],
  [
    'a vendor for whom it is likely a sale fails',
    { plan, vendors, seen: [notice, pixel()] },
    ['fail high F24|gpc|meta-pixel|'],
  ],
  [
    'one that is told of the opt-out passes',
    { plan, vendors, seen: [notice, pixel('https://www.facebook.com/tr/?id=1&dpo=LDU')] },
    [PASS],
  ],
  [
    'so does one that is told by US Privacy',
    { plan, vendors, seen: [notice, pixel('https://ads.example/?us_privacy=1YYN')] },
    [PASS],
  ],
  [
    'and one that is told by GPP',
    { plan, vendors, seen: [notice, pixel('https://ads.example/?gpp=DBABzYA%7E1-Y-%7ECAABAAAAAABA.YA%7EBAYAAABA.QA')] },
    [PASS],
  ],
  [
    'one told that nobody opted out fails',
    { plan, vendors, seen: [notice, pixel('https://ads.example/?us_privacy=1YNN')] },
    ['fail high F24|gpc|meta-pixel|'],
  ],
  [
    'one for whom it may be a sale needs a person',
    { plan, vendors, seen: [notice, by(ANALYTICS, request({ state: 'gpc' }))] },
    ['unclear high F24|gpc|google-analytics|'],
  ],
  [
    'marketing of which nothing is known needs one, too',
    { plan, seen: [notice, pixel()] },
    ['unclear high F24|gpc|meta-pixel|'],
  ],
  ['the site itself may be sent data', { plan, vendors, seen: [notice, by(SITE, request({ state: 'gpc' }))] }, [PASS]],
  [
    'silence over a gap is unclear',
    { plan, seen: [notice], gaps: [gap({ state: 'gpc' })] },
    ['unclear high F24|gpc||'],
  ],
]

describe('F24', () => {
  for (const [name, scene, expected] of cases)
    test(name, () => expect(lines(judged([privacyControlIgnored], scene, usCa))).toEqual(expected))

  test('in the Union it is not asked', () => {
    const findings = judged([privacyControlIgnored], { plan, vendors, seen: [pixel()] })
    expect(findings.map(({ outcome }) => outcome)).toEqual(findings.map(() => 'not-applicable'))
  })
})
