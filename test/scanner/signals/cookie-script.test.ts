import { expect, test } from 'vitest'
import { cookieScript } from '../../../scanner/signals/cookie-script.ts'

test.each([
  ['refused', '{"action":"reject"}', { says: 'denied', granted: [], denied: ['all'] }],
  ['accepted', '{"action":"accept"}', { says: 'granted', granted: ['all'], denied: [] }],
  [
    'picked',
    '{"action":"accept","categories":"[\\"targeting\\"]"}',
    { says: 'mixed', granted: ['targeting'], denied: ['performance'] },
  ],
])('%s', (_, raw, value) => {
  expect(cookieScript.decode(raw)).toEqual({ ok: true, value })
})

test.each(['', '{}', '{"action":"close"}'])('%j cannot be read, and says why', (raw) => {
  expect(cookieScript.decode(raw)).toEqual({ ok: false, reason: expect.stringMatching(/./) })
})
