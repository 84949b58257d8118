import { expect, test } from 'vitest'
import { wix } from '../../../scanner/signals/wix.ts'

test.each([
  [
    'refused',
    '{"func":0,"anl":0,"adv":0,"dt3":0,"ts":26548821}',
    { says: 'denied', granted: [], denied: ['analytics', 'advertising', 'data to third parties'] },
  ],
  [
    'accepted, encoded',
    '%7B%22func%22%3A1%2C%22anl%22%3A1%2C%22adv%22%3A1%2C%22dt3%22%3A1%7D',
    { says: 'granted', granted: ['analytics', 'advertising', 'data to third parties'], denied: [] },
  ],
])('%s', (_, raw, value) => {
  expect(wix.decode(raw)).toEqual({ ok: true, value })
})

test.each(['', '{}', '{"anl":"no"}'])('%j cannot be read, and says why', (raw) => {
  expect(wix.decode(raw)).toEqual({ ok: false, reason: expect.stringMatching(/./) })
})
