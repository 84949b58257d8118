import { describe, expect, test } from 'vitest'
import { cookielessPing } from '../../../scanner/rules/f05-cookieless-ping.ts'
import { judged, lines } from '../../evidence/assess.ts'
import { request } from '../../evidence/observations.ts'
import { by, type Scene } from '../../evidence/scene.ts'
import { ANALYTICS, META } from '../../evidence/vendors.ts'

const UET = { vendorId: 'microsoft-uet', name: 'Microsoft Advertising', category: 'marketing' } as const
const ping = (query: string) => request({ url: `https://region1.google-analytics.com/g/collect?v=2&cid=1.2&${query}` })
const PASSES = ['pass medium F05|no-choice||', 'pass medium F05|rejected||']

// Advanced Consent Mode pings are the most common false positive of all peers.
const cases: readonly (readonly [string, Scene, readonly string[]])[] = [
  ['no ping passes', {}, PASSES],
  [
    'a denied ping is told in both readings',
    { seen: [by(ANALYTICS, ping('gcs=G100&gcd=13p3p3p3p5'))] },
    ['unclear medium F05|no-choice|google-analytics|', PASSES[1] ?? ''],
  ],
  [
    'so is a denied ping of Microsoft after reject',
    { seen: [by(UET, request({ url: 'https://bat.bing.com/action/0?ti=1&asc=D', state: 'rejected' }))] },
    ['unclear medium F05|rejected|microsoft-uet|', PASSES[0] ?? ''],
  ],
  [
    'a denied ping with a click id fails',
    { seen: [by(ANALYTICS, ping('gcs=G100&gclid=abc'))] },
    ['fail medium F05|no-choice|google-analytics|', PASSES[1] ?? ''],
  ],
  [
    'a denied ping with a cookie fails',
    { seen: [by(ANALYTICS, { ...ping('gcs=G100'), headers: { Cookie: 'IDE=x' } })] },
    ['fail medium F05|no-choice|google-analytics|', PASSES[1] ?? ''],
  ],
  ['a granted ping is another question', { seen: [by(ANALYTICS, ping('gcs=G111'))] }, PASSES],
  ['a beacon without a signal is another question', { seen: [by(META, request())] }, PASSES],
]

describe('F05', () => {
  for (const [name, scene, expected] of cases)
    test(name, () => expect(lines(judged([cookielessPing], scene))).toEqual(expected))
})
