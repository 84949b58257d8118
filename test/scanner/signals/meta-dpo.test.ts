import { expect, test } from 'vitest'
import { metaDpo } from '../../../scanner/signals/meta-dpo.ts'

test.each([
  ['limited', 'LDU', { says: 'denied', granted: [], denied: ['full data use'] }],
  ['not limited', '', { says: 'unset', granted: [], denied: [] }],
])('%s', (_, raw, value) => {
  expect(metaDpo.decode(raw)).toEqual({ ok: true, value })
})

test.each(['XYZ', 'LD'])('%j cannot be read, and says why', (raw) => {
  expect(metaDpo.decode(raw)).toEqual({ ok: false, reason: expect.stringMatching(/./) })
})
