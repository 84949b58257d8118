import { expect, test } from 'vitest'
import { cookiefirst } from '../../../scanner/signals/cookiefirst.ts'

test.each([
  [
    'refused',
    '{"necessary":true,"performance":false,"functional":false,"advertising":false}',
    { says: 'denied', granted: [], denied: ['performance', 'advertising'] },
  ],
  [
    'accepted',
    '{"performance":true,"advertising":true}',
    { says: 'granted', granted: ['performance', 'advertising'], denied: [] },
  ],
])('%s', (_, raw, value) => {
  expect(cookiefirst.decode(raw)).toEqual({ ok: true, value })
})

test.each(['', '{}', '{"necessary":true}'])('%j cannot be read, and says why', (raw) => {
  expect(cookiefirst.decode(raw)).toEqual({ ok: false, reason: expect.stringMatching(/./) })
})
