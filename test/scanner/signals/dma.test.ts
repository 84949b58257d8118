import { expect, test } from 'vitest'
import { dma } from '../../../scanner/signals/dma.ts'

test.each([
  ['applies', '1', { says: 'unset', granted: [], denied: [], applies: true }],
  ['does not', '0', { says: 'unset', granted: [], denied: [], applies: false }],
])('%s', (_, raw, value) => {
  expect(dma.decode(raw)).toEqual({ ok: true, value })
})

test.each(['', 'x'])('%j cannot be read, and says why', (raw) => {
  expect(dma.decode(raw)).toEqual({ ok: false, reason: expect.stringMatching(/./) })
})
