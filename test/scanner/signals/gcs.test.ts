import { expect, test } from 'vitest'
import { gcs } from '../../../scanner/signals/gcs.ts'

test.each([
  ['both granted', 'G111', { says: 'granted', granted: ['ad_storage', 'analytics_storage'], denied: [] }],
  ['both denied', 'G100', { says: 'denied', granted: [], denied: ['ad_storage', 'analytics_storage'] }],
  ['analytics alone', 'G101', { says: 'mixed', granted: ['analytics_storage'], denied: ['ad_storage'] }],
  ['not configured', 'G1--', { says: 'unset', granted: [], denied: [] }],
])('%s', (_, raw, value) => {
  expect(gcs.decode(raw)).toEqual({ ok: true, value })
})

test.each(['', 'G11', 'G2xx', 'G1112', '111'])('%j cannot be read, and says why', (raw) => {
  expect(gcs.decode(raw)).toEqual({ ok: false, reason: expect.stringMatching(/./) })
})
