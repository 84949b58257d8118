import { expect, test } from 'vitest'
import { uetConsent } from '../../../scanner/signals/uet-consent.ts'
import { pageAnswer } from '../../evidence/page-answer.ts'

test.each([
  ['granted', '{"ad_storage":"granted"}', { says: 'granted', granted: ['ad_storage'], denied: [] }],
  ['denied', '{"ad_storage":"denied"}', { says: 'denied', granted: [], denied: ['ad_storage'] }],
])('%s', (_, raw, value) => {
  expect(uetConsent.decode(raw)).toEqual({ ok: true, value })
})

test.each(['', '{}', '{"ad_storage":1}'])('%j cannot be read, and says why', (raw) => {
  expect(uetConsent.decode(raw)).toEqual({ ok: false, reason: expect.stringMatching(/./) })
})

test.each([
  [
    'the queue of a tag that has not loaded',
    { uetq: ['event', '', {}, 'consent', 'default', { ad_storage: 'denied' }] },
    'denied',
  ],
  ['a tag that has', { uetq: { uetConfig: { consent: { enabled: true, adStorageAllowed: true } } } }, 'granted'],
  ['a tag without consent mode', { uetq: { uetConfig: { consent: { enabled: false } } } }, null],
] as const)('reads from the page %s', async (_, globals, says) => {
  const raw = await pageAnswer(uetConsent, globals)
  const reading = raw === null ? null : uetConsent.decode(raw)
  expect(reading?.ok ? reading.value.says : null).toBe(says)
})
