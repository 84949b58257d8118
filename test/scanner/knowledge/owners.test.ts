import { expect, test } from 'vitest'
import { ownersOf } from '../../../scanner/knowledge/owners.ts'

test.each([
  ['ad', 'marketing'],
  ['social', 'marketing'],
  ['marketing', 'marketing'],
  ['analytics', 'analytics'],
  ['consent-provider', 'necessary'],
  ['utility', 'unclassified'],
  ['cdn', 'unclassified'],
  ['tag-manager', 'unclassified'],
  ['customer-success', 'unclassified'],
])('the list’s word %s means %s', (category, expected) => {
  expect(ownersOf([{ name: 'A & B Ltd.', category, domains: ['*.ab.example'] }], 'list 1')).toEqual([
    { id: 'a-b-ltd', name: 'A & B Ltd.', category: expected, hosts: ['*.ab.example'], source: 'list 1' },
  ])
})
