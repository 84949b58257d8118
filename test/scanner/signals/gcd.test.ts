import { expect, test } from 'vitest'
import { gcd } from '../../../scanner/signals/gcd.ts'

const ALL = ['ad_storage', 'analytics_storage', 'ad_user_data', 'ad_personalization']

test.each([
  ['denied by default, before a choice', '11p1p1p1p5', { says: 'denied', granted: [], denied: ALL }],
  ['denied by the choice', '11q1q1q1q5', { says: 'denied', granted: [], denied: ALL }],
  ['granted by the choice', '11r1r1r1r5', { says: 'granted', granted: ALL, denied: [] }],
  ['granted by default', '11t1t1t1t5', { says: 'granted', granted: ALL, denied: [] }],
  ['no consent mode', '11l1l1l1l1', { says: 'unset', granted: [], denied: [] }],
  [
    'separators other than 1, and what the container says',
    '13p3r3p2p5l1',
    { says: 'mixed', granted: ['analytics_storage'] },
  ],
])('%s', (_, raw, value) => {
  expect(gcd.decode(raw)).toMatchObject({ ok: true, value })
})

test('takes the update before the default, and both before what is implicit', () => {
  const reading = gcd.decode('13u3r3l3m5')
  expect(reading).toMatchObject({
    ok: true,
    value: {
      consentModeActive: true,
      signals: {
        ad_storage: { implicit: 'granted', default: 'granted', update: 'denied', effective: 'denied' },
        analytics_storage: { default: 'denied', update: 'granted', effective: 'granted' },
        ad_user_data: { default: 'unset', update: 'unset', effective: 'granted' },
        ad_personalization: { default: 'unset', update: 'denied', effective: 'denied' },
      },
    },
  })
})

test.each(['', '1', '21p1p1p1p5', '11p1p1p1p', '11p1p1p1p5x', '11p1p1p1 5'])('%j cannot be read', (raw) => {
  expect(gcd.decode(raw)).toMatchObject({ ok: false })
})
