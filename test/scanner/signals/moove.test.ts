import { expect, test } from 'vitest'
import { moove } from '../../../scanner/signals/moove.ts'

test.each([
  [
    'refused',
    '{"strict":"1","thirdparty":"0","advanced":"0"}',
    { says: 'denied', granted: [], denied: ['thirdparty', 'advanced'] },
  ],
  [
    'accepted, encoded',
    '%7B%22strict%22%3A%221%22%2C%22thirdparty%22%3A%221%22%2C%22advanced%22%3A%221%22%7D',
    { says: 'granted', granted: ['thirdparty', 'advanced'], denied: [] },
  ],
])('%s', (_, raw, value) => {
  expect(moove.decode(raw)).toEqual({ ok: true, value })
})

test.each(['', '{"strict":"1"}', '1'])('%j cannot be read, and says why', (raw) => {
  expect(moove.decode(raw)).toEqual({ ok: false, reason: expect.stringMatching(/./) })
})
