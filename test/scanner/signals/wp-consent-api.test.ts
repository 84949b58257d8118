import { expect, test } from 'vitest'
import { wpConsentApi } from '../../../scanner/signals/wp-consent-api.ts'

test.each([
  [
    'refused',
    'wp_consent_functional=allow; wp_consent_statistics=deny; wp_consent_marketing=deny',
    { says: 'denied', granted: [], denied: ['statistics', 'marketing'] },
  ],
  ['accepted', 'wp_consent_marketing=allow', { says: 'granted', granted: ['marketing'], denied: [] }],
])('%s', (_, raw, value) => {
  expect(wpConsentApi.decode(raw)).toEqual({ ok: true, value })
})

test.each(['', 'wp_consent_marketing=maybe'])('%j cannot be read, and says why', (raw) => {
  expect(wpConsentApi.decode(raw)).toEqual({ ok: false, reason: expect.stringMatching(/./) })
})
