import { expect, test } from 'vitest'
import { civic } from '../../../scanner/signals/civic.ts'

test.each([
  [
    'refused',
    '{"optionalCookies":{"analytics":"revoked","marketing":"revoked"},"interactedWith":true}',
    { says: 'denied', granted: [], denied: ['analytics', 'marketing'] },
  ],
  [
    'accepted in part',
    '{"optionalCookies":{"analytics":"accepted","marketing":"revoked"}}',
    { says: 'mixed', granted: ['analytics'], denied: ['marketing'] },
  ],
  [
    'nobody used it',
    '{"optionalCookies":{"analytics":"accepted"},"interactedWith":false}',
    { says: 'unset', granted: [], denied: [] },
  ],
])('%s', (_, raw, value) => {
  expect(civic.decode(raw)).toEqual({ ok: true, value })
})

test.each(['', '{}', '{"optionalCookies":true}'])('%j cannot be read, and says why', (raw) => {
  expect(civic.decode(raw)).toEqual({ ok: false, reason: expect.stringMatching(/./) })
})
