import { expect, test } from 'vitest'
import { termly } from '../../../scanner/signals/termly.ts'

test.each([
  [
    'refused',
    '{"TERMLY_COOKIE_CONSENT":{"value":{"essential":true,"analytics":false,"advertising":false}}}',
    { says: 'denied', granted: [], denied: ['analytics', 'advertising'] },
  ],
  [
    'accepted in part',
    '{"TERMLY_COOKIE_CONSENT":{"value":{"analytics":true,"advertising":false}}}',
    { says: 'mixed', granted: ['analytics'], denied: ['advertising'] },
  ],
  ['nobody has chosen', '{"banner":{}}', { says: 'unset', granted: [], denied: [] }],
])('%s', (_, raw, value) => {
  expect(termly.decode(raw)).toEqual({ ok: true, value })
})

test.each(['', '[]', 'denied'])('%j cannot be read, and says why', (raw) => {
  expect(termly.decode(raw)).toEqual({ ok: false, reason: expect.stringMatching(/./) })
})
