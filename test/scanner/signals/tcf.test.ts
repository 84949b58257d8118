import { expect, test } from 'vitest'
import { tcf } from '../../../scanner/signals/tcf.ts'

test.each([
  [
    'everything granted',
    'CO5rKAAO5rKAAAfABBETBkEgAP_gAAAAAAAAAAAA',
    {
      says: 'granted',
      granted: [
        'purpose 1',
        'purpose 2',
        'purpose 3',
        'purpose 4',
        'purpose 5',
        'purpose 6',
        'purpose 7',
        'purpose 8',
        'purpose 9',
        'purpose 10',
        'purpose 11',
      ],
      denied: [],
    },
  ],
  [
    'everything denied',
    'CO5rKAAO5rKAAAfABBETBkEgAAAAAAAAAAAAAAAA',
    {
      says: 'denied',
      granted: [],
      denied: [
        'purpose 1',
        'purpose 2',
        'purpose 3',
        'purpose 4',
        'purpose 5',
        'purpose 6',
        'purpose 7',
        'purpose 8',
        'purpose 9',
        'purpose 10',
        'purpose 11',
      ],
    },
  ],
  [
    'other segments do not matter',
    'CO5rKAAO5rKAAAfABBETBkEgAAAAAAAAAAAAAAAA.IBAA.YAAA',
    {
      says: 'denied',
      granted: [],
      denied: [
        'purpose 1',
        'purpose 2',
        'purpose 3',
        'purpose 4',
        'purpose 5',
        'purpose 6',
        'purpose 7',
        'purpose 8',
        'purpose 9',
        'purpose 10',
        'purpose 11',
      ],
    },
  ],
])('%s', (_, raw, value) => {
  expect(tcf.decode(raw)).toMatchObject({ ok: true, value })
})

test.each([
  '',
  'CP',
  'no base64!',
  'BO5rKAAO5rKAAAfABBETBkEgAAAAAAAAAAAAAAAA',
  '.CO5rKAAO5rKAAAfABBETBkEgAAAAAAAAAAAAAAAA',
])('%j cannot be read, and says why', (raw) => {
  expect(tcf.decode(raw)).toEqual({ ok: false, reason: expect.stringMatching(/./) })
})

test('tells who wrote it, and what is claimed under legitimate interest', () => {
  expect(tcf.decode('CO5rKAAO5rKAAAfABBETBkEgAIAAAEIAAAAAAAAA')).toMatchObject({
    ok: true,
    value: { cmpId: 31, policyVersion: 4, legitimateInterest: [2, 7] },
  })
})
