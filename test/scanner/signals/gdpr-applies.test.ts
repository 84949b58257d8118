import { expect, test } from 'vitest'
import { gdprApplies } from '../../../scanner/signals/gdpr-applies.ts'

test.each([
  ['applies', '1', { says: 'unset', granted: [], denied: [], applies: true }],
  ['does not', '0', { says: 'unset', granted: [], denied: [], applies: false }],
])('%s', (_, raw, value) => {
  expect(gdprApplies.decode(raw)).toEqual({ ok: true, value })
})

test.each(['', 'true'])('%j cannot be read, and says why', (raw) => {
  expect(gdprApplies.decode(raw)).toEqual({ ok: false, reason: expect.stringMatching(/./) })
})
