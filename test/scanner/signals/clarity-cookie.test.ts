import { expect, test } from 'vitest'
import { clarityCookie } from '../../../scanner/signals/clarity-cookie.ts'

test.each([
  [
    'a consent was passed on',
    '1a2b3c%7C2%7Cfxx%7C1%7C1790',
    { says: 'granted', granted: ['analytics_Storage'], denied: [] },
  ],
  ['none was, and the id is there all the same', '1a2b3c^2^fxx^0^1790', { says: 'unset', granted: [], denied: [] }],
  ['an id of the first version', '1a2b3c|1|fxx', { says: 'unset', granted: [], denied: [] }],
])('%s', (_, raw, value) => {
  expect(clarityCookie.decode(raw)).toEqual({ ok: true, value })
})

test.each(['', '1a2b3c', '|2|', 'a|b'])('%j cannot be read, and says why', (raw) => {
  expect(clarityCookie.decode(raw)).toEqual({ ok: false, reason: expect.stringMatching(/./) })
})
