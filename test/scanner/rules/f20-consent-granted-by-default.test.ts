import { describe, expect, test } from 'vitest'
import { consentGrantedByDefault } from '../../../scanner/rules/f20-consent-granted-by-default.ts'
import { judged, lines } from '../../evidence/assess.ts'
import { request } from '../../evidence/observations.ts'
import { by } from '../../evidence/scene.ts'
import { ANALYTICS, META } from '../../evidence/vendors.ts'

const hit = (query: string) => by(ANALYTICS, request({ url: `https://x.google-analytics.com/g/collect?v=2&${query}` }))
const FAIL = 'fail high F20|no-choice|google-analytics|'
const PASS = 'pass high F20|no-choice||'

describe('F20', () => {
  for (const [name, seen, expected] of [
    ['all denied passes', [hit('gcs=G100&gcd=13p3p3p3p5')], PASS],
    ['all granted fails', [hit('gcs=G111')], FAIL],
    ['analytics alone granted fails', [hit('gcs=G101')], FAIL],
    ['a default of granted fails by gcd alone', [hit('gcd=13t3t3t3t5')], FAIL],
    ['granted by an update after a denied default still grants', [hit('gcs=G111&gcd=13r3r3r3r5')], FAIL],
    ['a default that is not set passes here', [hit('gcd=13l3l3l3l1')], PASS],
    ['a broken gcd says nothing', [hit('gcd=1%%%%%%%%%')], PASS],
    ['unset is not granted', [hit('gcs=G1--')], PASS],
    ['without a signal the question does not arise', [hit('tid=G-1')], 'not-applicable high F20|no-choice||'],
    ['nor for others', [by(META, request())], 'not-applicable high F20|no-choice||'],
  ] as const)
    test(name, () => expect(lines(judged([consentGrantedByDefault], { seen }))).toEqual([expected]))
})
