import { describe, expect, test } from 'vitest'
import { gpp } from '../../../scanner/signals/gpp.ts'
import { pageAnswer } from '../../evidence/page-answer.ts'
import { base64url, int, tcString } from '../../evidence/tc-string.ts'

test.each([
  [
    'a national section of the US, nothing opted out of',
    'DBABLA~BVQqAAAAAgA.QA',
    {
      says: 'granted',
      granted: ['usnat sale', 'usnat sharing', 'usnat targeted advertising'],
      gpc: false,
      sections: [{ id: 7, name: 'usnat' }],
    },
  ],
  ['with Global Privacy Control', 'DBABLA~BVQqAAAAAgA.YA', { gpc: true }],
  ['without a word on it', 'DBABLA~BVQqAAAAAgA', { gpc: null }],
  // The old string, the nation and California, as the IAB's encoder writes them.
  [
    'several sections',
    'DBABzYA~1-Y-~CAABAAAAAABA.YA~BAYAAABA.QA',
    {
      says: 'mixed',
      granted: ['usca sharing'],
      denied: ['uspv1 sale', 'usnat targeted advertising', 'usca sale'],
      gpc: true,
    },
  ],
  [
    'the TCF inside of it',
    `DBABMA~${tcString({ purposes: [1] })}`,
    { says: 'mixed', granted: ['tcfeuv2 purpose 1'], sections: [{ id: 2, name: 'tcfeuv2', gpc: null }] },
  ],
  ['no sections', 'DBAA', { says: 'unset', sections: [] }],
])('%s', (_, raw, value) => {
  expect(gpp.decode(raw)).toMatchObject({ ok: true, value })
})

test('a section of an order we do not know says nothing', () => {
  const header = base64url(`${int(3, 6)}${int(1, 6)}${int(1, 12)}0${fibonacci(64)}`)
  expect(gpp.decode(`${header}~whatever`)).toMatchObject({
    ok: true,
    value: { says: 'unset', sections: [{ id: 64, name: 'section 64' }] },
  })
})

describe('says why it cannot be read', () => {
  test.each([
    ['', 'no header of version 1'],
    ['CPXxRfAPXxRfAAfKABENB-CgAAAAAAAAAAYgAAAAAAAA', 'no header of version 1'],
    ['DBABLA', '0 sections, but the header lists 1'],
    ['DBABLA~!!', 'its section usnat cannot be decoded'],
    ['DBABMA~CP', /./],
    ['DB', 'no header of version 1'],
  ])('%j: %s', (raw, reason) => {
    expect(gpp.decode(raw)).toEqual({ ok: false, reason: expect.stringMatching(reason) })
  })

  test('a header that claims more sections than anybody could write', () => {
    const header = base64url(`${int(3, 6)}${int(1, 6)}${int(1, 12)}1${fibonacci(1)}${fibonacci(1_000_000_000)}`)
    expect(gpp.decode(`${header}~BVQqAAAAAgA`)).toEqual({ ok: false, reason: 'no header of version 1' })
  })
})

/** The number as a sum of Fibonacci numbers, smallest first, ended by a second one. */
function fibonacci(value: number): string {
  const numbers = [1, 2]
  while ((numbers.at(-1) ?? 0) < value) numbers.push((numbers.at(-1) ?? 0) + (numbers.at(-2) ?? 0))
  let left = value
  const bits = numbers.toReversed().map((each) => {
    const is = each <= left
    if (is) left -= each
    return is ? '1' : '0'
  })
  return `${bits.toReversed().join('').replace(/0+$/, '')}1`
}

test.each([
  [
    'a callback',
    { __gpp: (_: string, tell: (data: unknown) => void) => tell({ gppString: 'DBABLA~BVQqAAAAAgA' }) },
    'granted',
  ],
  ['no API', {}, null],
] as const)('reads from the page %s', async (_, globals, says) => {
  const raw = await pageAnswer(gpp, globals)
  const reading = raw === null ? null : gpp.decode(raw)
  expect(reading?.ok ? reading.value.says : null).toBe(says)
})
