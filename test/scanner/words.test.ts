import { expect, test } from 'vitest'
import { counted, lifetime, listed, quoted } from '../../scanner/words.ts'

test.each([
  [null, 'session'],
  [365, '365 days'],
  [1, '1 day'],
  [0.5, '12 hours'],
  [1 / 24, '1 hour'],
  [0.02, '29 minutes'],
  [0.00001, '1 minute'],
])('a lifetime of %s days reads %s', (days, expected) => expect(lifetime(days)).toBe(expected))

test.each([
  [['a'], 'a'],
  [['a', 'a', 'b'], 'a, b'],
  [['a', 'b', 'c'], 'a, b, c'],
  [['a', 'b', 'c', 'd', 'e'], 'a, b, c and 2 more'],
])('%j is listed as %s', (names, expected) => expect(listed(names)).toBe(expected))

test('one thing is not many', () => expect([counted(1, 'page'), counted(0, 'page')]).toEqual(['1 page', '0 pages']))

test('a name that a page chose never fills a page', () => {
  expect(quoted('_ga')).toBe('`_ga`')
  expect(quoted('x'.repeat(1_000_000))).toHaveLength(82)
})
