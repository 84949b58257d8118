import { describe, expect, test } from 'vitest'
import { looksLikeIdentifier } from '../../../scanner/knowledge/identifier.ts'

const identifiers = [
  '3f2504e0-4f89-41d3-9a0c-0305e82c3301',
  'GA1.1.1839402211.1763712000',
  'GA1.2.492837465.1763712000',
  'fb.1.1763712000123.1839402211',
  '1.1.1920384756.1763712000',
  'f3a91c0de77b4a1e',
  '9b74c9897bac770ffc029102a200c5de',
  'k3Jd92xQ',
  '0tQy7fKxw2LmZ8sVbN4r',
  'CAESEHb8x2kq9PzLmW1',
  'Q1V.5f8a1c9e2b7d|2|fxz|0|1785',
  'person%40shop.example',
  '{"id":"8d1f0a7c2b4e4d5f","new":true}',
  '849302118475',
  'bb74e1c0c1d111f08e9a3d2f0a6b7c8d',
  'AQEBy9kLm2Xw7AAABk1',
] as const

const settings = [
  '',
  '1',
  'true',
  'dismissed',
  'accepted-all-cookies',
  'en-GB',
  '2026-11-21T12:00:00.123Z',
  '1763712000123',
  '1763712000',
  '20261121',
  '20261121120000',
  'Sat Nov 21 2026 12:00:00 GMT+0000',
  '1280x900',
  'Europe/Amsterdam',
  '{"necessary":true,"analytics":false,"marketing":false}',
  'necessary:yes,functional:no,analytics:no',
  'gdpr-banner-v2',
  'C0001:1,C0002:0,C0003:0,C0004:0',
  'https://shop.lab.example/sales?utm_source=newsletter',
  '00000000-0000-0000-0000-000000000000',
  '00000000000000000000',
  'isNewsletterVisible',
  'returning_visitor',
  'GS1.1.1763712000.1.1.1763712090.60.0.0',
  'CQSxZwAQSxZwAAHABBENBgFgAAAAAAAAAAAAAAAAAAAA',
  '%E0%A4%A',
] as const

describe('a value that singles out a visitor is recognised', () => {
  test.each(identifiers)('%s', (value) => expect(looksLikeIdentifier(value)).toBe(true))
})

describe('a setting, date or word is not', () => {
  test.each(settings)('%s', (value) => expect(looksLikeIdentifier(value)).toBe(false))
})

test('hostile values are answered quickly', () => {
  const started = performance.now()
  for (const seed of ['a', 'aB', '1.', '%', '-_', 'C', 'x@', '2026-11-21'])
    looksLikeIdentifier(seed.repeat(200_000 / seed.length))
  for (const seed of ['a', 'aB', '1.', '%', '-_', 'CO', 'x@', '1-'])
    looksLikeIdentifier(seed.repeat(9_000 / seed.length))
  expect(performance.now() - started).toBeLessThan(500)
})
