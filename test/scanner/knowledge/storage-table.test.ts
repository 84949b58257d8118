import { expect, test } from 'vitest'
import { storageTable, type StorageRule } from '../../../scanner/knowledge/storage-table.ts'
import type { Identification } from '../../../scanner/model.ts'

const rule = (vendorId: string, more: Partial<StorageRule>): StorageRule => ({
  identification: { vendorId } as Identification,
  item: 'id',
  areas: ['cookie'],
  party: 'either',
  hosts: [],
  needsHost: false,
  isCommon: false,
  identifier: true,
  ...more,
})
const table = storageTable()
table.add(rule('anywhere', {}))
table.add(rule('at-home', { hosts: ['*.vendor.example'] }))
table.add(rule('first', { item: 'own', party: 'first' }))
table.add(rule('local', { item: 'key_*', areas: ['local'] }))
table.add(rule('common', { item: 'theme', areas: ['local'], isCommon: true }))
table.add(rule('bound', { item: 'bound', areas: ['local'], hosts: ['*.vendor.example'] }))

test.each([
  ['its own host wins', 'id', 'cookie', 'x.vendor.example', 'third', 'at-home'],
  ['else the rule without hosts', 'id', 'cookie', 'shop.example', 'first', 'anywhere'],
  ['a first-party item is not claimed across sites', 'own', 'cookie', 'other.example', 'third', undefined],
  ['an unknown party is given the benefit', 'own', 'cookie', null, null, 'first'],
  ['a copy in another area is known, too', 'key_1', 'session', 'shop.example', 'first', 'local'],
  ["unless its name is anybody's", 'theme', 'session', 'shop.example', 'first', undefined],
  ['or bound to hosts', 'bound', 'cookie', 'shop.example', 'first', undefined],
  ['and fits', 'key_1', 'local', 'shop.example', 'first', 'local'],
] as const)('%s', (_, name, area, host, party, expected) => {
  expect(table.find({ name, area, host, party })?.identification.vendorId).toBe(expected)
})

test('a copy in another area is known less surely, and says so', () => {
  const certain = storageTable()
  certain.add(
    rule('a', { identification: { source: 'a#storage:k', confidence: 'certain' } as Identification, item: 'k-*' }),
  )
  const found = certain.find({ name: 'k-1', area: 'local', host: null, party: null })
  expect(found?.identification.confidence).toBe('indicative')
  expect(found?.identification.source).toBe('a#storage:k; known in another kind of storage (cookie)')
})
