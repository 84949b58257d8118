import { expect, test } from 'vitest'
import { onetrust } from '../../../scanner/signals/onetrust.ts'

test.each([
  [
    'refused',
    'isGpcEnabled=0&datestamp=x&groups=C0001%3A1%2CC0002%3A0%2CC0003%3A1%2CC0004%3A0&interactionCount=1',
    { says: 'denied', granted: [], denied: ['C0002', 'C0004'] },
  ],
  [
    'accepted',
    'groups=C0001%3A1%2CC0002%3A1%2CC0004%3A1',
    { says: 'granted', granted: ['C0002', 'C0004'], denied: [] },
  ],
  [
    'groups of the site itself may be always on',
    'groups=C0001:1,BG7:1,C0004:0',
    { says: 'denied', granted: [], denied: ['C0004'] },
  ],
  ['only groups of the site itself', 'groups=1:1,2:0,4:0', { says: 'denied', granted: [], denied: ['2', '4'] }],
  ['the page lists what is active', '{"active":",C0001,C0002,"}', { says: 'granted', granted: ['C0002'], denied: [] }],
  [
    'the page lists nothing optional',
    '{"active":",C0001,"}',
    { says: 'denied', granted: [], denied: ['all optional groups'] },
  ],
])('%s', (_, raw, value) => {
  expect(onetrust.decode(raw)).toEqual({ ok: true, value })
})

test.each(['', 'groups', 'isGpcEnabled=0', '%%%'])('%j cannot be read, and says why', (raw) => {
  expect(onetrust.decode(raw)).toEqual({ ok: false, reason: expect.stringMatching(/./) })
})
