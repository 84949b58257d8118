import { expect, test } from 'vitest'
import { usercentrics } from '../../../scanner/signals/usercentrics.ts'

test.each([
  [
    'version 2',
    '{"services":[{"name":"Analytics","status":false},{"name":"Consent","status":true,"isEssential":true}]}',
    { says: 'denied', granted: [], denied: ['Analytics'] },
  ],
  [
    'version 3',
    '{"consent":{"services":{"a":{"name":"Ads","consent":true}}}}',
    { says: 'granted', granted: ['Ads'], denied: [] },
  ],
  [
    'before version 2',
    '{"consents":[{"consentStatus":false}]}',
    { says: 'denied', granted: [], denied: ['service 1'] },
  ],
])('%s', (_, raw, value) => {
  expect(usercentrics.decode(raw)).toEqual({ ok: true, value })
})

test.each(['', '{}', '{"services":3}', '[1'])('%j cannot be read, and says why', (raw) => {
  expect(usercentrics.decode(raw)).toEqual({ ok: false, reason: expect.stringMatching(/./) })
})
