import { expect, test } from 'vitest'
import { cookieLawInfo } from '../../../scanner/signals/cookie-law-info.ts'

test.each([
  [
    'refused',
    'viewed_cookie_policy=yes; cookielawinfo-checkbox-necessary=yes; cookielawinfo-checkbox-analytics=no; cookielawinfo-checkbox-advertisement=no',
    { says: 'denied', granted: [], denied: ['analytics', 'advertisement'] },
  ],
  [
    'one cookie for all',
    'CookieLawInfoConsent=eyJuZWNlc3NhcnkiOnRydWUsIm5vbi1uZWNlc3NhcnkiOnRydWV9; viewed_cookie_policy=yes',
    { says: 'granted', granted: ['optional'], denied: [] },
  ],
  [
    'boxes as they stand before anybody answered',
    'cookielawinfo-checkbox-non-necessary=yes',
    { says: 'unset', granted: [], denied: [] },
  ],
])('%s', (_, raw, value) => {
  expect(cookieLawInfo.decode(raw)).toEqual({ ok: true, value })
})

test.each(['', 'viewed_cookie_policy=yes', 'cookielawinfo-checkbox-analytics=maybe'])(
  '%j cannot be read, and says why',
  (raw) => {
    expect(cookieLawInfo.decode(raw)).toEqual({ ok: false, reason: expect.stringMatching(/./) })
  },
)
