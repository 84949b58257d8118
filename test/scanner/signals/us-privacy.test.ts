import { expect, test } from 'vitest'
import { usPrivacy } from '../../../scanner/signals/us-privacy.ts'

test.each([
  ['opted out', '1YYN', { says: 'denied', granted: [], denied: ['sale'] }],
  ['not opted out', '1YNN', { says: 'granted', granted: ['sale'], denied: [] }],
  ['not applicable', '1---', { says: 'unset', granted: [], denied: [] }],
  ['lower case', '1yyy', { says: 'denied', granted: [], denied: ['sale'] }],
])('%s', (_, raw, value) => {
  expect(usPrivacy.decode(raw)).toEqual({ ok: true, value })
})

test.each(['', '2YYN', '1YY', '1YYNN', '1XYN'])('%j cannot be read, and says why', (raw) => {
  expect(usPrivacy.decode(raw)).toEqual({ ok: false, reason: expect.stringMatching(/./) })
})
