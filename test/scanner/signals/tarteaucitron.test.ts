import { expect, test } from 'vitest'
import { tarteaucitron } from '../../../scanner/signals/tarteaucitron.ts'

test.each([
  ['refused', '!gtag=false!youtube=false', { says: 'denied', granted: [], denied: ['gtag', 'youtube'] }],
  ['accepted', '!gtag=true', { says: 'granted', granted: ['gtag'], denied: [] }],
  ['not answered yet', '!gtag=wait', { says: 'unset', granted: [], denied: [] }],
])('%s', (_, raw, value) => {
  expect(tarteaucitron.decode(raw)).toEqual({ ok: true, value })
})

test.each(['', 'gtag', '!gtag='])('%j cannot be read, and says why', (raw) => {
  expect(tarteaucitron.decode(raw)).toEqual({ ok: false, reason: expect.stringMatching(/./) })
})
