import { expect, test } from 'vitest'
import { hubspot } from '../../../scanner/signals/hubspot.ts'

test.each([
  ['refused', '1:false,2:false,3:false', { says: 'denied', granted: [], denied: ['analytics', 'advertisement'] }],
  [
    'accepted, encoded',
    '1%3Atrue%2C2%3Atrue%2C3%3Atrue',
    { says: 'granted', granted: ['analytics', 'advertisement'], denied: [] },
  ],
  [
    'parted by underscores',
    '1:true_2:false_3:true',
    { says: 'mixed', granted: ['analytics'], denied: ['advertisement'] },
  ],
])('%s', (_, raw, value) => {
  expect(hubspot.decode(raw)).toEqual({ ok: true, value })
})

test.each(['', '4:true', '1:yes'])('%j cannot be read, and says why', (raw) => {
  expect(hubspot.decode(raw)).toEqual({ ok: false, reason: expect.stringMatching(/./) })
})
