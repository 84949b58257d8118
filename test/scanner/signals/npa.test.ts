import { expect, test } from 'vitest'
import { npa } from '../../../scanner/signals/npa.ts'

test.each([
  ['personalised ads', '0', { says: 'granted', granted: ['ad_personalization'], denied: [] }],
  ['no personalised ads', '1', { says: 'denied', granted: [], denied: ['ad_personalization'] }],
])('%s', (_, raw, value) => {
  expect(npa.decode(raw)).toEqual({ ok: true, value })
})

test.each(['', '2', 'true'])('%j cannot be read, and says why', (raw) => {
  expect(npa.decode(raw)).toEqual({ ok: false, reason: expect.stringMatching(/./) })
})
