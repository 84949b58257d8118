import { expect, test } from 'vitest'
import { homeMade } from '../../../scanner/signals/home-made.ts'

test.each([
  [
    'yes and no per category',
    '%7B%22analytics%22%3Afalse%2C%22marketing%22%3Afalse%2C%22necessary%22%3Atrue%7D',
    { says: 'denied', granted: [], denied: ['analytics', 'marketing'] },
  ],
  [
    'within an object',
    '{"version":2,"consent":{"ads":true,"statistics":true}}',
    { says: 'granted', granted: ['ads', 'statistics'], denied: [] },
  ],
  ['a list', 'analytics:no,advertising:no', { says: 'denied', granted: [], denied: ['analytics', 'advertising'] }],
  ['one word', 'accepted', { says: 'granted', granted: ['all'], denied: [] }],
  ['one word for no', 'rejected', { says: 'denied', granted: [], denied: ['all'] }],
  ['a word in an object', '{"choice":"reject","at":"2026-01-01"}', { says: 'denied', granted: [], denied: ['all'] }],
  ['necessary only', 'necessary-only', { says: 'denied', granted: [], denied: ['all'] }],
])('%s', (_, raw, value) => {
  expect(homeMade.decode(raw)).toEqual({ ok: true, value })
})

test.each(['', '2026-11-21', 'hello', '{}', '1'])('%j cannot be read, and says why', (raw) => {
  expect(homeMade.decode(raw)).toEqual({ ok: false, reason: expect.stringMatching(/./) })
})
