import { expect, test } from 'vitest'
import { klaro } from '../../../scanner/signals/klaro.ts'

test.each([
  [
    'refused',
    '{"google-analytics":false,"matomo":false}',
    { says: 'denied', granted: [], denied: ['google-analytics', 'matomo'] },
  ],
  [
    'required services stand among the granted',
    '{"session-cart":true,"matomo":false}',
    { says: 'denied', granted: [], denied: ['matomo'] },
  ],
  ['accepted, encoded', '%7B%22matomo%22%3Atrue%7D', { says: 'granted', granted: ['matomo'], denied: [] }],
])('%s', (_, raw, value) => {
  expect(klaro.decode(raw)).toEqual({ ok: true, value })
})

test.each(['', '[]', 'true', '{'])('%j cannot be read, and says why', (raw) => {
  expect(klaro.decode(raw)).toEqual({ ok: false, reason: expect.stringMatching(/./) })
})
