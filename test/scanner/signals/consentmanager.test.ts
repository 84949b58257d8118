import { expect, test } from 'vitest'
import { consentmanager } from '../../../scanner/signals/consentmanager.ts'
import { pageAnswer } from '../../evidence/page-answer.ts'

test.each([
  [
    'refused',
    '{"Marketing":false,"purpose c52":false,"Essential":true}',
    { says: 'denied', granted: [], denied: ['Marketing', 'purpose c52'] },
  ],
  ['accepted', '{"Marketing":true}', { says: 'granted', granted: ['Marketing'], denied: [] }],
  ['no purposes', '{}', { says: 'unset', granted: [], denied: [] }],
])('%s', (_, raw, value) => {
  expect(consentmanager.decode(raw)).toEqual({ ok: true, value })
})

test.each(['', '[]', '__s94_s64__'])('%j cannot be read, and says why', (raw) => {
  expect(consentmanager.decode(raw)).toEqual({ ok: false, reason: expect.stringMatching(/./) })
})

test.each([
  [
    'a choice, by the names of the purposes',
    {
      __cmp: () => ({
        userChoiceExists: true,
        purposeConsents: { s2: true },
        purposesList: [
          { id: 's1', name: 'Marketing' },
          { id: 's2', name: 'Statistics' },
        ],
      }),
    },
    'mixed',
  ],
  ['no choice', { __cmp: () => ({ userChoiceExists: false }) }, null],
] as const)('reads from the page %s', async (_, globals, says) => {
  const raw = await pageAnswer(consentmanager, globals)
  const reading = raw === null ? null : consentmanager.decode(raw)
  expect(reading?.ok ? reading.value.says : null).toBe(says)
})
