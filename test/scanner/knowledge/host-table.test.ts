import { expect, test } from 'vitest'
import { covers, hostTable } from '../../../scanner/knowledge/host-table.ts'

test.each([
  ['a.example', 'a.example', true],
  ['a.example', 'b.a.example', false],
  ['*.a.example', 'a.example', true],
  ['*.a.example', 'c.b.a.example', true],
  ['*.a.example', 'ba.example', false],
  ['*.a.example', 'a.example.com', false],
  ['www.brand.*', 'www.brand.co.uk', true],
  ['www.brand.*', 'brand.co.uk', false],
  ['www.brand.*', 'www.brand.evil.example', false],
  ['*.brand.*', 'brand.de', true],
  ['*.brand.*', 'maps.brand.de', true],
  ['*.brand.*', 'rebrand.de', false],
  ['*', 'any.example', true],
])('%s covers %s: %s', (pattern, host, expected) => expect(covers(pattern, host)).toBe(expected))

test('the most specific rule comes first', () => {
  const table = hostTable<string>()
  for (const pattern of ['*.example', '*.a.example', 'b.a.example', '*.a.*']) table.add(pattern, pattern)
  expect(table.covering('b.a.example')).toEqual(['b.a.example', '*.a.example', '*.example', '*.a.*'])
})

test('a host of a thousand labels is answered', () => {
  const table = hostTable<string>()
  table.add('*.a.example', 'rule')
  expect(table.covering(`${'x.'.repeat(1_000)}a.example`)).toEqual(['rule'])
})
