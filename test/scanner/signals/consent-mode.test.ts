import { expect, test } from 'vitest'
import { consentMode } from '../../../scanner/signals/consent-mode.ts'

test.each([
  [
    'the state says denied',
    '{"state":{"ad_storage":false,"analytics_storage":false,"security_storage":true},"calls":[]}',
    { says: 'denied', granted: [], denied: ['ad_storage', 'analytics_storage'] },
  ],
  [
    'the state outweighs the calls',
    '{"state":{"ad_storage":true},"calls":[{"command":"default","ad_storage":"denied"}]}',
    { says: 'granted', granted: ['ad_storage'], denied: [] },
  ],
  [
    'the last call counts',
    '{"state":{},"calls":[{"command":"default","ad_storage":"denied","ad_user_data":"denied"},{"command":"update","ad_storage":"granted"}]}',
    { says: 'mixed', granted: ['ad_storage'], denied: ['ad_user_data'] },
  ],
  ['nothing set', '{"state":{},"calls":[]}', { says: 'unset', granted: [], denied: [] }],
])('%s', (_, raw, value) => {
  expect(consentMode.decode(raw)).toEqual({ ok: true, value })
})

test.each(['', 'null', '[]', '{"state":'])('%j cannot be read, and says why', (raw) => {
  expect(consentMode.decode(raw)).toEqual({ ok: false, reason: expect.stringMatching(/./) })
})
