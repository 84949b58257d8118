import { expect, test } from 'vitest'
import { iubenda } from '../../../scanner/signals/iubenda.ts'

test.each([
  [
    'refused',
    '%7B%22timestamp%22%3A%22x%22%2C%22purposes%22%3A%7B%221%22%3Atrue%2C%222%22%3Afalse%2C%224%22%3Afalse%2C%225%22%3Afalse%7D%7D',
    { says: 'denied', granted: [], denied: ['measurement', 'marketing'] },
  ],
  ['everything at once', '{"consent":true}', { says: 'granted', granted: ['all'], denied: [] }],
])('%s', (_, raw, value) => {
  expect(iubenda.decode(raw)).toEqual({ ok: true, value })
})

test.each(['', '{}', '{"purposes":5}'])('%j cannot be read, and says why', (raw) => {
  expect(iubenda.decode(raw)).toEqual({ ok: false, reason: expect.stringMatching(/./) })
})
