import { expect, test } from 'vitest'
import { cookieconsentOsano } from '../../../scanner/signals/cookieconsent-osano.ts'

test.each([
  ['allowed', 'allow', { says: 'granted', granted: ['all'], denied: [] }],
  ['denied', 'deny', { says: 'denied', granted: [], denied: ['all'] }],
  ['a notice was put away', 'dismiss', { says: 'unset', granted: [], denied: [] }],
])('%s', (_, raw, value) => {
  expect(cookieconsentOsano.decode(raw)).toEqual({ ok: true, value })
})

test.each(['', 'yes', 'Allow'])('%j cannot be read, and says why', (raw) => {
  expect(cookieconsentOsano.decode(raw)).toEqual({ ok: false, reason: expect.stringMatching(/./) })
})
