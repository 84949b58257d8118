import { expect, test } from 'vitest'
import { tiktokConsent } from '../../../scanner/signals/tiktok-consent.ts'
import { pageAnswer } from '../../evidence/page-answer.ts'

test.each([
  ['granted', '{"last":"grantConsent"}', { says: 'granted', granted: ['tracking'], denied: [] }],
  ['revoked', '{"last":"revokeConsent"}', { says: 'denied', granted: [], denied: ['tracking'] }],
  ['held until somebody chooses', '{"last":"holdConsent"}', { says: 'unset', granted: [], denied: [] }],
])('%s', (_, raw, value) => {
  expect(tiktokConsent.decode(raw)).toEqual({ ok: true, value })
})

test.each(['', '{}', '{"last":"page"}'])('%j cannot be read, and says why', (raw) => {
  expect(tiktokConsent.decode(raw)).toEqual({ ok: false, reason: expect.stringMatching(/./) })
})

test.each([
  ['a call', { ttq: [['page'], ['revokeConsent']] }, 'denied'],
  ['a loaded pixel', { ttq: { page: 1 } }, null],
] as const)('reads from the page %s', async (_, globals, says) => {
  const raw = await pageAnswer(tiktokConsent, globals)
  const reading = raw === null ? null : tiktokConsent.decode(raw)
  expect(reading?.ok ? reading.value.says : null).toBe(says)
})
