import { expect, test } from 'vitest'
import { pinterestConsent } from '../../../scanner/signals/pinterest-consent.ts'
import { pageAnswer } from '../../evidence/page-answer.ts'

test.each([
  ['granted', '{"consent":"true"}', { says: 'granted', granted: ['tracking'], denied: [] }],
  ['denied', '{"consent":"false"}', { says: 'denied', granted: [], denied: ['tracking'] }],
])('%s', (_, raw, value) => {
  expect(pinterestConsent.decode(raw)).toEqual({ ok: true, value })
})

test.each(['', '{}', '{"consent":"yes"}'])('%j cannot be read, and says why', (raw) => {
  expect(pinterestConsent.decode(raw)).toEqual({ ok: false, reason: expect.stringMatching(/./) })
})

test.each([
  [
    'a call',
    {
      pintrk: {
        queue: [
          ['load', '1'],
          ['setconsent', true],
        ],
      },
    },
    'granted',
  ],
  ['no tag', {}, null],
] as const)('reads from the page %s', async (_, globals, says) => {
  const raw = await pageAnswer(pinterestConsent, globals)
  const reading = raw === null ? null : pinterestConsent.decode(raw)
  expect(reading?.ok ? reading.value.says : null).toBe(says)
})
