import { expect, test } from 'vitest'
import { axeptio } from '../../../scanner/signals/axeptio.ts'

test.each([
  [
    'refused',
    '{"$$token":"x","google_analytics":false,"$$completed":true}',
    { says: 'denied', granted: [], denied: ['google_analytics'] },
  ],
  ['accepted', '{"matomo":true,"$$completed":true}', { says: 'granted', granted: ['matomo'], denied: [] }],
  [
    'the list of those allowed',
    '%2Cmatomo%2Cgoogle_ads%2C',
    { says: 'granted', granted: ['matomo', 'google_ads'], denied: [] },
  ],
  ['not answered yet', '{"matomo":false,"$$completed":false}', { says: 'unset', granted: [], denied: [] }],
])('%s', (_, raw, value) => {
  expect(axeptio.decode(raw)).toEqual({ ok: true, value })
})

test.each(['', 'x'])('%j cannot be read, and says why', (raw) => {
  expect(axeptio.decode(raw)).toEqual({ ok: false, reason: expect.stringMatching(/./) })
})
