import { expect, test } from 'vitest'
import { dmaCps } from '../../../scanner/signals/dma-cps.ts'

test.each([
  [
    'all services',
    'syphamo',
    {
      says: 'granted',
      granted: ['Search', 'YouTube', 'Play', 'Shopping', 'Ads', 'Maps', 'other services'],
      denied: [],
    },
  ],
  ['some', 'sy', { says: 'granted', granted: ['Search', 'YouTube'], denied: [] }],
  ['none', '-', { says: 'denied', granted: [], denied: ['core platform services'] }],
])('%s', (_, raw, value) => {
  expect(dmaCps.decode(raw)).toEqual({ ok: true, value })
})

test.each(['', 'granted', 's-'])('%j cannot be read, and says why', (raw) => {
  expect(dmaCps.decode(raw)).toEqual({ ok: false, reason: expect.stringMatching(/./) })
})
