import { expect, test } from 'vitest'
import { gcu } from '../../../scanner/signals/gcu.ts'

test.each([
  ['just updated', '1', { says: 'unset', granted: [], denied: [], updated: true }],
  ['not', '0', { says: 'unset', granted: [], denied: [], updated: false }],
])('%s', (_, raw, value) => {
  expect(gcu.decode(raw)).toEqual({ ok: true, value })
})

test.each(['', '2'])('%j cannot be read, and says why', (raw) => {
  expect(gcu.decode(raw)).toEqual({ ok: false, reason: expect.stringMatching(/./) })
})
