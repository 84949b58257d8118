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
  identifier: true,
  ...more,
})
const table = storageTable()
table.add(rule('anywhere', {}))
table.add(rule('at-home', { hosts: ['*.vendor.example'] }))
table.add(rule('first', { item: 'own', party: 'first' }))
table.add(rule('local', { item: 'key_*', areas: ['local'] }))

test.each([
  ['its own host wins', 'id', 'cookie', 'x.vendor.example', 'third', 'at-home'],
  ['else the rule without hosts', 'id', 'cookie', 'shop.example', 'first', 'anywhere'],
  ['a first-party item is not claimed across sites', 'own', 'cookie', 'other.example', 'third', undefined],
  ['an unknown party is given the benefit', 'own', 'cookie', null, null, 'first'],
  ['the area counts', 'key_1', 'session', 'shop.example', 'first', undefined],
  ['and fits', 'key_1', 'local', 'shop.example', 'first', 'local'],
] as const)('%s', (_, name, area, host, party, expected) => {
  expect(table.find({ name, area, host, party })?.identification.vendorId).toBe(expected)
})
