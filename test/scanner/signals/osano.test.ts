import { expect, test } from 'vitest'
import { osano } from '../../../scanner/signals/osano.ts'

test.each([
  [
    'refused',
    '{"ESSENTIAL":"ACCEPT","ANALYTICS":"DENY","MARKETING":"DENY","STORAGE":"ACCEPT"}',
    { says: 'denied', granted: [], denied: ['analytics', 'marketing'] },
  ],
  [
    'accepted',
    '{"ANALYTICS":"ACCEPT","MARKETING":"ACCEPT"}',
    { says: 'granted', granted: ['analytics', 'marketing'], denied: [] },
  ],
])('%s', (_, raw, value) => {
  expect(osano.decode(raw)).toEqual({ ok: true, value })
})

test.each(['', '{}', '{"ANALYTICS":true}'])('%j cannot be read, and says why', (raw) => {
  expect(osano.decode(raw)).toEqual({ ok: false, reason: expect.stringMatching(/./) })
})
