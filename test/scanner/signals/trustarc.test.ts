import { expect, test } from 'vitest'
import { trustarc } from '../../../scanner/signals/trustarc.ts'

test.each([
  [
    'required only',
    'notice_behavior=x; notice_preferences=0:; notice_gdpr_prefs=0:',
    { says: 'denied', granted: [], denied: ['advertising'] },
  ],
  ['everything', 'notice_gdpr_prefs=0,1,2:', { says: 'granted', granted: ['advertising'], denied: [] }],
  [
    'permits count from one',
    'cmapi_cookie_privacy=permit 1,2',
    { says: 'denied', granted: [], denied: ['advertising'] },
  ],
])('%s', (_, raw, value) => {
  expect(trustarc.decode(raw)).toEqual({ ok: true, value })
})

test.each(['', 'notice_preferences=', 'notice_behavior=implied'])('%j cannot be read, and says why', (raw) => {
  expect(trustarc.decode(raw)).toEqual({ ok: false, reason: expect.stringMatching(/./) })
})
