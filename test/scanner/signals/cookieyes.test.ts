import { expect, test } from 'vitest'
import { cookieyes } from '../../../scanner/signals/cookieyes.ts'

test.each([
  [
    'refused',
    'consentid:abc,consent:no,action:yes,necessary:yes,functional:no,analytics:no,performance:no,advertisement:no',
    { says: 'denied', granted: [], denied: ['analytics', 'performance', 'advertisement'] },
  ],
  [
    'accepted',
    'consentid:abc,consent:yes,action:yes,necessary:yes,analytics:yes,advertisement:yes',
    { says: 'granted', granted: ['analytics', 'advertisement'], denied: [] },
  ],
  [
    'no choice yet',
    'consentid:abc,consent:,action:,necessary:yes,analytics:no',
    { says: 'unset', granted: [], denied: [] },
  ],
  [
    'the page says',
    '{"isUserActionCompleted":true,"categories":{"necessary":true,"analytics":false}}',
    { says: 'denied', granted: [], denied: ['analytics'] },
  ],
])('%s', (_, raw, value) => {
  expect(cookieyes.decode(raw)).toEqual({ ok: true, value })
})

test.each(['', 'necessary:yes'])('%j cannot be read, and says why', (raw) => {
  expect(cookieyes.decode(raw)).toEqual({ ok: false, reason: expect.stringMatching(/./) })
})
