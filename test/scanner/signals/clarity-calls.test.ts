import { expect, test } from 'vitest'
import { clarityCalls } from '../../../scanner/signals/clarity-calls.ts'
import { pageAnswer } from '../../evidence/page-answer.ts'

test.each([
  [
    'denied',
    '{"ad_Storage":"denied","analytics_Storage":"denied"}',
    { says: 'denied', granted: [], denied: ['ad_Storage', 'analytics_Storage'] },
  ],
  [
    'some',
    '{"ad_Storage":"denied","analytics_Storage":"Granted"}',
    { says: 'mixed', granted: ['analytics_Storage'], denied: ['ad_Storage'] },
  ],
  [
    'what is missing is denied',
    '{"analytics_Storage":"granted"}',
    { says: 'mixed', granted: ['analytics_Storage'], denied: ['ad_Storage'] },
  ],
  [
    'the old call grants everything',
    '{"all":true}',
    { says: 'granted', granted: ['ad_Storage', 'analytics_Storage'], denied: [] },
  ],
  [
    'the old call takes it back',
    '{"all":false}',
    { says: 'denied', granted: [], denied: ['ad_Storage', 'analytics_Storage'] },
  ],
])('%s', (_, raw, value) => {
  expect(clarityCalls.decode(raw)).toEqual({ ok: true, value })
})

test.each(['', 'null'])('%j cannot be read, and says why', (raw) => {
  expect(clarityCalls.decode(raw)).toEqual({ ok: false, reason: expect.stringMatching(/./) })
})

test.each([
  [
    'a call',
    {
      clarity: {
        q: [
          ['identify', 'x'],
          ['consentv2', { ad_Storage: 'granted', analytics_Storage: 'granted' }],
        ],
      },
    },
    'granted',
  ],
  ['the old call', { clarity: { q: [['consent', false]] } }, 'denied'],
  ['no call', { clarity: { q: [['identify', 'x']] } }, null],
] as const)('reads from the page %s', async (_, globals, says) => {
  const raw = await pageAnswer(clarityCalls, globals)
  const reading = raw === null ? null : clarityCalls.decode(raw)
  expect(reading?.ok ? reading.value.says : null).toBe(says)
})
