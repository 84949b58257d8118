import { expect, test } from 'vitest'
import { matomo } from '../../../scanner/signals/matomo.ts'

test.each([
  ['given', 'mtm_consent=1790000000000', { says: 'granted', granted: ['analytics'], denied: [] }],
  ['for cookies only', 'mtm_cookie_consent=1790000000000', { says: 'granted', granted: ['analytics'], denied: [] }],
  [
    'taken back',
    'mtm_consent_removed=1790000000001; mtm_consent=1790000000000',
    { says: 'denied', granted: [], denied: ['analytics'] },
  ],
])('%s', (_, raw, value) => {
  expect(matomo.decode(raw)).toEqual({ ok: true, value })
})

test.each(['', 'mtm_consent=yes', 'mtm_consent='])('%j cannot be read, and says why', (raw) => {
  expect(matomo.decode(raw)).toEqual({ ok: false, reason: expect.stringMatching(/./) })
})
