import { expect, test } from 'vitest'
import { borlabs } from '../../../scanner/signals/borlabs.ts'

test.each([
  [
    'refused',
    '%7B%22consents%22%3A%7B%22essential%22%3A%5B%22borlabs-cookie%22%5D%7D%7D',
    { says: 'denied', granted: [], denied: ['statistics', 'marketing'] },
  ],
  [
    'accepted',
    '{"consents":{"essential":[],"statistics":["x"],"marketing":["y"]}}',
    { says: 'granted', granted: ['statistics', 'marketing'], denied: [] },
  ],
])('%s', (_, raw, value) => {
  expect(borlabs.decode(raw)).toEqual({ ok: true, value })
})

test.each(['', '{}', '{"consents":null}'])('%j cannot be read, and says why', (raw) => {
  expect(borlabs.decode(raw)).toEqual({ ok: false, reason: expect.stringMatching(/./) })
})
