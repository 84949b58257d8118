import { describe, expect, test } from 'vitest'
import { googleTagWithoutConsentMode } from '../../../scanner/rules/f21-google-tag-without-consent-mode.ts'
import { judged, lines } from '../../evidence/assess.ts'
import { request } from '../../evidence/observations.ts'
import { by } from '../../evidence/scene.ts'
import { ANALYTICS, META } from '../../evidence/vendors.ts'

const hit = (url: string) => by(ANALYTICS, request({ state: 'accepted', url }))
const FAIL = 'fail medium F21|accepted|google-analytics|'
const PASS = 'pass medium F21|accepted||'
const NONE = 'not-applicable medium F21|accepted||'

describe('F21', () => {
  for (const [name, seen, expected] of [
    ['a beacon with a signal passes', [hit('https://www.google-analytics.com/g/collect?gcs=G111')], PASS],
    ['a beacon without one fails', [hit('https://region1.google-analytics.com/g/collect?v=2')], FAIL],
    [
      'so does one that says Consent Mode is not set up',
      [hit('https://www.google.com/ccm/collect?gcd=13l3l3l3l1')],
      FAIL,
    ],
    [
      'gcd alone is a signal',
      [hit('https://googleads.g.doubleclick.net/pagead/viewthroughconversion/1/?gcd=13r3r3r3r5')],
      PASS,
    ],
    [
      'a follow-up without one passes',
      [
        hit('https://googleads.g.doubleclick.net/pagead/viewthroughconversion/1/?gcs=G111'),
        hit('https://www.google.com/pagead/1p-user-list/1/'),
      ],
      PASS,
    ],
    ['a library is no beacon', [hit('https://www.googletagmanager.com/gtag/js?id=G-1')], NONE],
    ['a host that only looks like it is none', [hit('https://www.google-analytics.com.evil.example/g/collect')], NONE],
    ['others do not count', [by(META, request({ state: 'accepted' }))], NONE],
  ] as const)
    test(name, () => expect(lines(judged([googleTagWithoutConsentMode], { seen }))).toEqual([expected]))
})
