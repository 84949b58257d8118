import { expect, test } from 'vitest'
import { shopify } from '../../../scanner/signals/shopify.ts'

test.each([
  [
    'refused',
    '{"analytics":"no","marketing":"no","preferences":"no","sale_of_data":""}',
    { says: 'denied', granted: [], denied: ['analytics', 'marketing'] },
  ],
  [
    'accepted',
    '{"analytics":"yes","marketing":"yes"}',
    { says: 'granted', granted: ['analytics', 'marketing'], denied: [] },
  ],
  ['no choice yet', '{"analytics":"","marketing":""}', { says: 'unset', granted: [], denied: [] }],
])('%s', (_, raw, value) => {
  expect(shopify.decode(raw)).toEqual({ ok: true, value })
})

test.each(['', '[]', 'null'])('%j cannot be read, and says why', (raw) => {
  expect(shopify.decode(raw)).toEqual({ ok: false, reason: expect.stringMatching(/./) })
})
