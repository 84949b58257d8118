import { expect, test } from 'vitest'
import { cookiebot } from '../../../scanner/signals/cookiebot.ts'

test.each([
  [
    'refused',
    "{stamp:'x',necessary:true,preferences:false,statistics:false,marketing:false,method:'explicit',ver:1}",
    { says: 'denied', granted: [], denied: ['preferences', 'statistics', 'marketing'] },
  ],
  [
    'accepted, encoded',
    '%7Bstamp%3A%27x%27%2Cnecessary%3Atrue%2Cpreferences%3Atrue%2Cstatistics%3Atrue%2Cmarketing%3Atrue%7D',
    { says: 'granted', granted: ['preferences', 'statistics', 'marketing'], denied: [] },
  ],
  ['no consent is asked for here', '-1', { says: 'unset', granted: [], denied: [] }],
])('%s', (_, raw, value) => {
  expect(cookiebot.decode(raw)).toEqual({ ok: true, value })
})

test.each(['', '0', '{necessary:true}'])('%j cannot be read, and says why', (raw) => {
  expect(cookiebot.decode(raw)).toEqual({ ok: false, reason: expect.stringMatching(/./) })
})
