import { expect, test } from 'vitest'
import { addtlConsent } from '../../../scanner/signals/addtl-consent.ts'

test.each([
  [
    'version 2',
    '2~89.2072~dv.70.89',
    {
      says: 'mixed',
      granted: ['provider 89', 'provider 2072'],
      denied: ['provider 70'],
      providers: [89, 2072],
      disclosed: [70, 89],
    },
  ],
  [
    'version 2, nobody consented to',
    '2~~dv.70',
    { says: 'denied', granted: [], denied: ['provider 70'], providers: [], disclosed: [70] },
  ],
  ['version 1', '1~89', { says: 'granted', granted: ['provider 89'], denied: [], providers: [89], disclosed: [] }],
  ['version 1, nobody', '1~', { says: 'unset', granted: [], denied: [], providers: [], disclosed: [] }],
])('%s', (_, raw, value) => {
  expect(addtlConsent.decode(raw)).toEqual({ ok: true, value })
})

test.each(['', '3~1', '2~1', '1~a'])('%j cannot be read, and says why', (raw) => {
  expect(addtlConsent.decode(raw)).toEqual({ ok: false, reason: expect.stringMatching(/./) })
})
