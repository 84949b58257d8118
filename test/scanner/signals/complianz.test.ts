import { expect, test } from 'vitest'
import { complianz } from '../../../scanner/signals/complianz.ts'

test.each([
  [
    'refused',
    'cmplz_functional=allow; cmplz_statistics=deny; cmplz_marketing=deny',
    { says: 'denied', granted: [], denied: ['statistics', 'marketing'] },
  ],
  [
    'accepted',
    'cmplz_statistics=allow; cmplz_marketing=allow',
    { says: 'granted', granted: ['statistics', 'marketing'], denied: [] },
  ],
])('%s', (_, raw, value) => {
  expect(complianz.decode(raw)).toEqual({ ok: true, value })
})

test.each(['', 'cmplz_marketing=', 'other=allow'])('%j cannot be read, and says why', (raw) => {
  expect(complianz.decode(raw)).toEqual({ ok: false, reason: expect.stringMatching(/./) })
})
