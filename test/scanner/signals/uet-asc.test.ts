import { expect, test } from 'vitest'
import { uetAsc } from '../../../scanner/signals/uet-asc.ts'

test.each([
  ['granted', 'G', { says: 'granted', granted: ['ad_storage'], denied: [] }],
  ['denied', 'D', { says: 'denied', granted: [], denied: ['ad_storage'] }],
])('%s', (_, raw, value) => {
  expect(uetAsc.decode(raw)).toEqual({ ok: true, value })
})

test.each(['', 'g', 'X', 'GD'])('%j cannot be read, and says why', (raw) => {
  expect(uetAsc.decode(raw)).toEqual({ ok: false, reason: expect.stringMatching(/./) })
})
