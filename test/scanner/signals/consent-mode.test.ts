import { expect, test } from 'vitest'
import { consentMode } from '../../../scanner/signals/consent-mode.ts'
import { pageAnswer } from '../../evidence/page-answer.ts'

test.each([
  [
    'the state says denied',
    '{"state":{"ad_storage":{"default":false},"analytics_storage":{"default":true,"update":false},"security_storage":{"default":true}},"calls":[]}',
    { says: 'denied', granted: [], denied: ['ad_storage', 'analytics_storage'] },
  ],
  [
    'the state outweighs the calls',
    '{"state":{"ad_storage":{"default":true}},"calls":[{"command":"default","ad_storage":"denied"}]}',
    { says: 'granted', granted: ['ad_storage'], denied: [] },
  ],
  [
    'the last call counts',
    '{"state":{},"calls":[{"command":"default","ad_storage":"denied","ad_user_data":"denied"},{"command":"update","ad_storage":"granted"}]}',
    { says: 'mixed', granted: ['ad_storage'], denied: ['ad_user_data'] },
  ],
  ['nothing set', '{"state":{},"calls":[]}', { says: 'unset', granted: [], denied: [] }],
])('%s', (_, raw, value) => {
  expect(consentMode.decode(raw)).toMatchObject({ ok: true, value })
})

test('tells what was set by default and what since, and whether the default came too late', () => {
  const raw =
    '{"state":{"ad_storage":{"default":false,"update":true},"ad_user_data":{"implicit":true}},"calls":[{"command":"default","analytics_storage":"denied"}],"late":true}'
  expect(consentMode.decode(raw)).toMatchObject({
    ok: true,
    value: {
      granted: ['ad_storage', 'ad_user_data'],
      denied: ['analytics_storage'],
      defaultTooLate: true,
      signals: {
        ad_storage: { default: false, update: true },
        analytics_storage: { default: false },
        ad_user_data: { implicit: true },
        ad_personalization: {},
      },
    },
  })
})

test.each(['', 'null', '[]', '{"state":'])('%j cannot be read, and says why', (raw) => {
  expect(consentMode.decode(raw)).toEqual({ ok: false, reason: expect.stringMatching(/./) })
})

test.each([
  ['the state', { google_tag_data: { ics: { entries: { ad_storage: { default: false } } } } }, 'denied'],
  ['the data layer', { dataLayer: [{ event: 'x' }, ['consent', 'default', { ad_storage: 'granted' }]] }, 'granted'],
  ['neither', { dataLayer: [['js', 1]] }, null],
] as const)('reads from the page %s', async (_, globals, says) => {
  const raw = await pageAnswer(consentMode, globals)
  const reading = raw === null ? null : consentMode.decode(raw)
  expect(reading?.ok ? reading.value.says : null).toBe(says)
})
