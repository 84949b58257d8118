import { expect, test } from 'vitest'
import { sourcepoint } from '../../../scanner/signals/sourcepoint.ts'

test.each([
  [
    'accepted',
    '{"gdpr":{"consentStatus":{"consentedAll":true,"consentedToAny":true}}}',
    { says: 'granted', granted: ['all'], denied: [] },
  ],
  [
    'refused',
    '{"gdpr":{"consentStatus":{"rejectedAll":true,"rejectedAny":true}}}',
    { says: 'denied', granted: [], denied: ['all'] },
  ],
  [
    'in part',
    '{"gdpr":{"consentStatus":{"rejectedAny":true,"consentedToAny":true}}}',
    { says: 'mixed', granted: ['some'], denied: ['some'] },
  ],
  [
    'nobody has chosen',
    '{"gdpr":{"consentStatus":{"hasConsentData":false,"consentedAll":true}}}',
    { says: 'unset', granted: [], denied: [] },
  ],
])('%s', (_, raw, value) => {
  expect(sourcepoint.decode(raw)).toEqual({ ok: true, value })
})

test.each(['', '{}', '{"gdpr":{}}', '{"ccpa":{"consentStatus":{}}}'])('%j cannot be read, and says why', (raw) => {
  expect(sourcepoint.decode(raw)).toEqual({ ok: false, reason: expect.stringMatching(/./) })
})
