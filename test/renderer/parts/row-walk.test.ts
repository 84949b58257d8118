import { expect, test } from 'vitest'
import { leadsTo } from '../../../renderer/parts/row-walk.ts'

for (const [key, from, to] of [
  ['ArrowDown', 0, 1],
  ['ArrowDown', 99_999, 99_999],
  ['ArrowUp', 0, 0],
  ['PageDown', 10, 25],
  ['PageDown', 99_990, 99_999],
  ['PageUp', 10, 0],
  ['Home', 70_000, 0],
  ['End', 3, 99_999],
  ['Enter', 3, null],
  ['a', 3, null],
] as const)
  test(`${key} leads from row ${from} of 100,000 to ${to ?? 'nowhere'}`, () => {
    expect(leadsTo(key, { from, count: 100_000, perPage: 15 })).toBe(to)
  })
