import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { vendorRecord, vendorRecordJsonSchema } from '../../../scanner/knowledge/vendor-record.ts'
import { VENDORS } from '../../../scanner/knowledge/sources.ts'

const kartra: unknown = JSON.parse(readFileSync(new URL('kartra.json', VENDORS), 'utf8'))

test('the Kartra record fits', () => expect(vendorRecord.safeParse(kartra).error).toBeUndefined())

test.each([
  ['an unknown key', { surprise: 1 }],
  [
    'a host with a scheme',
    {
      domains: [
        { host: 'https://a.example', role: 'tracker', category: 'marketing', confidence: 'code', sources: ['s'] },
      ],
    },
  ],
  ['an id with capitals', { id: 'Kartra' }],
  ['a date that is none', { provenance: { sources: {}, reviewed: '2026-13-01', by: 'x', license: 'CC0-1.0' } }],
])('%s does not', (_, change) =>
  expect(vendorRecord.safeParse({ ...(kartra as object), ...change }).success).toBe(false),
)

test('the published schema names every key and refuses others', () => {
  expect(vendorRecordJsonSchema()).toMatchObject({
    type: 'object',
    additionalProperties: false,
    properties: { endpoints: {}, storage: {}, effects: {} },
  })
})
