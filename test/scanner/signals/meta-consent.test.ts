import { expect, test } from 'vitest'
import { metaConsent } from '../../../scanner/signals/meta-consent.ts'
import { pageAnswer } from '../../evidence/page-answer.ts'

test.each([
  ['granted', '{"consent":"grant"}', { says: 'granted', granted: ['tracking'], denied: [] }],
  ['revoked', '{"consent":"revoke"}', { says: 'denied', granted: [], denied: ['tracking'] }],
])('%s', (_, raw, value) => {
  expect(metaConsent.decode(raw)).toEqual({ ok: true, value })
})

test.each(['', '{}', '{"consent":"maybe"}'])('%j cannot be read, and says why', (raw) => {
  expect(metaConsent.decode(raw)).toEqual({ ok: false, reason: expect.stringMatching(/./) })
})

test.each([
  [
    'a call',
    {
      fbq: {
        queue: [
          ['init', '1'],
          ['consent', 'revoke'],
        ],
      },
    },
    'denied',
  ],
  [
    'the last of them',
    {
      fbq: {
        queue: [
          ['consent', 'revoke'],
          ['consent', 'grant'],
        ],
      },
    },
    'granted',
  ],
  ['no pixel', {}, null],
] as const)('reads from the page %s', async (_, globals, says) => {
  const raw = await pageAnswer(metaConsent, globals)
  const reading = raw === null ? null : metaConsent.decode(raw)
  expect(reading?.ok ? reading.value.says : null).toBe(says)
})
