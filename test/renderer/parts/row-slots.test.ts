import { expect, test } from 'vitest'
import { slotsFor } from '../../../renderer/parts/row-slots.ts'

const rows = (first: number, last: number): number[] => Array.from({ length: last - first + 1 }, (_, at) => first + at)

test('at first they are taken in order', () => {
  expect([...slotsFor(rows(5, 7), new Map())]).toEqual([
    [5, 0],
    [6, 1],
    [7, 2],
  ])
})

test('what stays in sight stays where it is, what comes takes the places of what has left', () => {
  const before = slotsFor(rows(0, 9), new Map())
  const after = slotsFor(rows(4, 13), before)
  for (const index of rows(4, 9)) expect(after.get(index)).toBe(before.get(index))
  expect(rows(10, 13).map((index) => after.get(index))).toEqual([0, 1, 2, 3])
})

test('after any way down and up no two rows share a place, and there are no more places than rows at once', () => {
  let slots = slotsFor(rows(0, 19), new Map())
  for (const top of [3, 40, 12, 11, 90, 0]) {
    // A row with the focus far from the rest keeps its place as well.
    slots = slotsFor([1, ...rows(top + 2, top + 20)], slots)
    const places = [...slots.values()]
    expect(new Set(places).size).toBe(20)
    expect(Math.max(...places)).toBeLessThan(20)
    expect(slots.get(1)).toBe(1)
  }
})
