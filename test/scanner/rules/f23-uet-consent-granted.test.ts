import { describe, expect, test } from 'vitest'
import { uetConsentGranted } from '../../../scanner/rules/f23-uet-consent-granted.ts'
import { judged, lines } from '../../evidence/assess.ts'
import { request } from '../../evidence/observations.ts'
import { by } from '../../evidence/scene.ts'

const UET = { vendorId: 'microsoft-uet', name: 'Microsoft Advertising', category: 'marketing' } as const
const hit = (query: string) =>
  by(UET, request({ state: 'rejected', url: `https://bat.bing.com/action/0?ti=1&Ver=2${query}` }))
const before = 'not-applicable high F23|no-choice||'

describe('F23', () => {
  for (const [name, seen, expected] of [
    ['granted after reject fails', [hit('&asc=G')], ['fail high F23|rejected|microsoft-uet|', before]],
    ['denied passes', [hit('&asc=D')], ['pass high F23|rejected||', before]],
    ['without a signal it is judged by cookies', [hit('')], [before, 'not-applicable high F23|rejected||']],
    [
      'the same letters elsewhere mean nothing',
      [by(UET, request({ state: 'rejected', url: 'https://x.example/?asc=G' }))],
      [before, 'not-applicable high F23|rejected||'],
    ],
  ] as const)
    test(name, () => expect(lines(judged([uetConsentGranted], { seen }))).toEqual(expected))
})
