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
  [
    'refused, in the cookie',
    '%7B%22con%22%3A%7B%22CMP%22%3A%7B%22a%22%3A%220%22%2C%22m%22%3A%220%22%2C%22p%22%3A%220%22%2C%22s%22%3A%22%22%7D%7D%2C%22v%22%3A%222.1%22%7D',
    { says: 'denied', granted: [], denied: ['analytics', 'marketing'] },
  ],
  ['no choice yet, in the cookie', '{"con":{"CMP":{"a":"","m":""}}}', { says: 'unset', granted: [], denied: [] }],
  ['no choice yet', '{"analytics":"","marketing":""}', { says: 'unset', granted: [], denied: [] }],
])('%s', (_, raw, value) => {
  expect(shopify.decode(raw)).toEqual({ ok: true, value })
})

test.each(['', '[]', 'null', '{"con":1}', '3.AMPS_USVA_f_f_x'])('%j cannot be read, and says why', (raw) => {
  expect(shopify.decode(raw)).toEqual({ ok: false, reason: expect.stringMatching(/./) })
})
