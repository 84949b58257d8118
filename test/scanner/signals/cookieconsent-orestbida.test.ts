import { expect, test } from 'vitest'
import { cookieconsentOrestbida } from '../../../scanner/signals/cookieconsent-orestbida.ts'

test.each([
  ['only what is necessary', '{"categories":["necessary"]}', { says: 'denied', granted: [], denied: ['all optional'] }],
  [
    'accepted',
    '%7B%22categories%22%3A%5B%22necessary%22%2C%22analytics%22%5D%7D',
    { says: 'granted', granted: ['analytics'], denied: [] },
  ],
  ['version 2', '{"level":["necessary","ads"]}', { says: 'granted', granted: ['ads'], denied: [] }],
])('%s', (_, raw, value) => {
  expect(cookieconsentOrestbida.decode(raw)).toEqual({ ok: true, value })
})

test.each(['', '{}', '{"categories":"all"}'])('%j cannot be read, and says why', (raw) => {
  expect(cookieconsentOrestbida.decode(raw)).toEqual({ ok: false, reason: expect.stringMatching(/./) })
})
