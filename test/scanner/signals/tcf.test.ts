import { describe, expect, test } from 'vitest'
import { tcf } from '../../../scanner/signals/tcf.ts'
import { pageAnswer } from '../../evidence/page-answer.ts'
import { ALL_PURPOSES, base64url, int, tcString } from '../../evidence/tc-string.ts'

const named = (purposes: readonly number[]) => purposes.map((purpose) => `purpose ${purpose}`)

test.each([
  [
    'everything granted',
    tcString({ purposes: ALL_PURPOSES }),
    { says: 'granted', granted: named(ALL_PURPOSES), denied: [] },
  ],
  ['everything denied', tcString(), { says: 'denied', granted: [], denied: named(ALL_PURPOSES) }],
  [
    'some of both',
    tcString({ purposes: [1, 7] }),
    { says: 'mixed', granted: named([1, 7]), denied: named([2, 3, 4, 5, 6, 8, 9, 10, 11]) },
  ],
  ['a string of TCF 2.2, without disclosed vendors', tcString({ disclosed: null }), { disclosedVendors: null }],
  ['disclosed vendors', tcString({ disclosed: [21, 755] }), { disclosedVendors: [21, 755] }],
  ['no vendor disclosed', tcString({ disclosed: [] }), { disclosedVendors: [] }],
  [
    'vendors with consent and with legitimate interest',
    tcString({ vendors: [10, 755], vendorInterests: [21] }),
    { vendorConsents: [10, 755], vendorInterests: [21] },
  ],
  [
    'what the publisher restricts',
    tcString({ restrictions: [[2, 0, 10, 12]] }),
    { restrictions: [{ purpose: 2, type: 'not-allowed', vendors: [10, 11, 12] }] },
  ],
  ['special features', tcString({ specialFeatures: [1] }), { specialFeatures: [1] }],
  ['a consent for the publisher', tcString({ publisher: [1, 9] }), { publisherConsents: [1, 9] }],
  // Written by the IAB's encoder of GPP strings, not by the helper of these tests.
  [
    'a string of another hand',
    'CQgcD4AQgcD4AAfKABENB-EgAMAAAAAAAAAAF5wAwABAAGAXmAAAAAAA.IF5wAwABAAGAXmAA.YAAAAAAAAAAA',
    { granted: named([1, 2]), vendorConsents: [2, 6, 755], disclosedVendors: [2, 6, 755], vendorListVersion: 126 },
  ],
])('%s', (_, raw, value) => {
  expect(tcf.decode(raw)).toMatchObject({ ok: true, value })
})

test('tells who wrote it when, with which list, and what is claimed under legitimate interest', () => {
  const raw = tcString({ interests: [2, 7], cmpId: 300, cmpVersion: 12, screen: 2, language: 'FR', policyVersion: 4 })
  expect(tcf.decode(raw)).toMatchObject({
    ok: true,
    value: {
      cmpId: 300,
      cmpVersion: 12,
      screen: 2,
      language: 'FR',
      created: '2026-03-02T00:00:00.000Z',
      updated: '2026-03-02T00:00:00.000Z',
      vendorListVersion: 140,
      policyVersion: 4,
      isServiceSpecific: true,
      publisherCountry: 'DE',
      purposeOneUndisclosed: false,
      legitimateInterest: [2, 7],
    },
  })
})

describe('says why it cannot be read', () => {
  const core = tcString({ disclosed: null })
  test.each([
    ['', 'not base64url'],
    ['C', 'invalid bit length'],
    ['no base64!', 'not base64url'],
    [tcString({ version: 1 }), 'version 1, not 2'],
    [`.${core}`, 'not base64url'],
    [core.slice(0, 30), /length/],
    [`${core}.${core}`, 'two core segments'],
    [`${core}.`, /./],
    [`${core}.${'A'.repeat(25_000)}`, 'longer than 20000 characters'],
  ])('%j: %s', (raw, reason) => {
    expect(tcf.decode(raw)).toEqual({ ok: false, reason: expect.stringMatching(reason) })
  })

  // 400 ranges of all ids there can be, in 2,200 characters.
  test('a string that would keep its reader busy', () => {
    const all = `1${int(1, 16)}${int(65_535, 16)}`.repeat(400)
    const bits = `${int(1, 3)}${int(65_535, 16)}1${int(400, 12)}${all}`
    expect(tcf.decode(`${core}.${base64url(bits)}`)).toEqual({ ok: false, reason: 'names more vendors than there are' })
  })
})

test.each([
  [
    'a string',
    {
      __tcfapi: (_: string, __: number, tell: (data: unknown, ok: boolean) => void) =>
        tell({ tcString: tcString() }, true),
    },
    'denied',
  ],
  ['no API', {}, null],
] as const)('reads from the page %s', async (_, globals, says) => {
  const raw = await pageAnswer(tcf, globals)
  const reading = raw === null ? null : tcf.decode(raw)
  expect(reading?.ok ? reading.value.says : null).toBe(says)
})
