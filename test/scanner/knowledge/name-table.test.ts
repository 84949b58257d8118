import { expect, test } from 'vitest'
import { fitsGlob, nameTable } from '../../../scanner/knowledge/name-table.ts'

test.each([
  ['_ga', '_ga', true],
  ['_ga', '_gat', false],
  ['_ga_*', '_ga_ABC', true],
  ['_ga_*', '_ga_', false],
  ['*_mixpanel', 'mp_1_mixpanel', true],
  ['mp_*_mixpanel', 'mp_abc_mixpanel', true],
  ['mp_*_mixpanel', 'mp_mixpanel', false],
  ['a*b*c', 'axbyc', true],
  ['a*b*c', 'abc', false],
])('%s fits %s: %s', (glob, name, expected) => expect(fitsGlob(glob.split('*'), name)).toBe(expected))

test.each([
  ['*_session_*', 'wp_session_1'],
  ['*', 'anything'],
])('%s, open at both ends, is found for %s', (glob, name) => {
  const table = nameTable<string>()
  table.add(glob, glob)
  expect(table.matching(name)).toEqual([glob])
  expect(table.matching('')).toEqual([])
})

test('exact names come first, then the longest fixed part', () => {
  const table = nameTable<string>()
  for (const name of ['_hj*', '_hjSession_*', '*_1', '_hjSession_1']) table.add(name, name)
  expect(table.matching('_hjSession_1')).toEqual(['_hjSession_1', '_hjSession_*', '_hj*', '*_1'])
  expect(table.matching('unknown')).toEqual([])
})

test.each([
  ['2744757_viewed_4', true],
  ['recently_viewed_products', false],
  ['1_viewed_', false],
])('numbers only: %s fits <n>_viewed_<n>: %s', (name, expected) => {
  const table = nameTable<string>()
  table.add('<n>_viewed_<n>', 'page')
  expect(table.matching(name)).toEqual(expected ? ['page'] : [])
})
