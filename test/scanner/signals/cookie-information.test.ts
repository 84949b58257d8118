import { expect, test } from 'vitest'
import { cookieInformation } from '../../../scanner/signals/cookie-information.ts'

test.each([
  [
    'refused',
    '{"consents_approved":["cookie_cat_necessary"],"consents_denied":["cookie_cat_statistic","cookie_cat_marketing"]}',
    { says: 'denied', granted: [], denied: ['statistic', 'marketing'] },
  ],
  [
    'accepted',
    '{"consents_approved":["cookie_cat_necessary","cookie_cat_marketing"],"consents_denied":[]}',
    { says: 'granted', granted: ['marketing'], denied: [] },
  ],
])('%s', (_, raw, value) => {
  expect(cookieInformation.decode(raw)).toEqual({ ok: true, value })
})

test.each(['', '{}'])('%j cannot be read, and says why', (raw) => {
  expect(cookieInformation.decode(raw)).toEqual({ ok: false, reason: expect.stringMatching(/./) })
})
