import { expect, test } from 'vitest'
import { tcfd } from '../../../scanner/signals/tcfd.ts'

test.each([
  [
    'CMP 300 under TCF 2.3, where the GDPR applies',
    '14I57',
    {
      says: 'unset',
      granted: [],
      denied: [],
      cmpId: 300,
      policyVersion: 5,
      gdprApplies: true,
      supportsTcf: true,
      timedOut: false,
    },
  ],
  [
    'no CMP answered in time',
    '1000g',
    {
      says: 'unset',
      granted: [],
      denied: [],
      cmpId: 0,
      policyVersion: 0,
      gdprApplies: false,
      supportsTcf: false,
      timedOut: true,
    },
  ],
])('%s', (_, raw, value) => {
  expect(tcfd.decode(raw)).toEqual({ ok: true, value })
})

test.each(['', '1', '24I57', '14I5', '14I5 '])('%j cannot be read, and says why', (raw) => {
  expect(tcfd.decode(raw)).toEqual({ ok: false, reason: expect.stringMatching(/./) })
})
