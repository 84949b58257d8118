import { expect, test } from 'vitest'
import { didomi } from '../../../scanner/signals/didomi.ts'

test.each([
  [
    'refused',
    'eyJ1c2VyX2lkIjoiMSIsInB1cnBvc2VzIjp7ImVuYWJsZWQiOltdLCJkaXNhYmxlZCI6WyJjb29raWVzIiwiYWR2ZXJ0aXNpbmciXX19',
    { says: 'denied', granted: [], denied: ['cookies', 'advertising'] },
  ],
  [
    'accepted',
    'eyJ1c2VyX2lkIjoiMSIsInB1cnBvc2VzIjp7ImVuYWJsZWQiOlsiY29va2llcyJdLCJkaXNhYmxlZCI6W119fQ==',
    { says: 'granted', granted: ['cookies'], denied: [] },
  ],
  [
    'no choice yet',
    'eyJ1c2VyX2lkIjoiMSIsInB1cnBvc2VzIjp7ImVuYWJsZWQiOltdLCJkaXNhYmxlZCI6W119fQ==',
    { says: 'unset', granted: [], denied: [] },
  ],
])('%s', (_, raw, value) => {
  expect(didomi.decode(raw)).toEqual({ ok: true, value })
})

test.each(['', '%', 'bm90IGpzb24='])('%j cannot be read, and says why', (raw) => {
  expect(didomi.decode(raw)).toEqual({ ok: false, reason: expect.stringMatching(/./) })
})
