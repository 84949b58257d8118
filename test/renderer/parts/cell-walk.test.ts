import { describe, expect, test } from 'vitest'
import { moved } from '../../../renderer/parts/cell-walk.ts'

describe('the keys', () => {
  const size = { rows: 3, columns: 6, perBand: 2 }
  const cases = [
    ['ArrowRight', { row: 1, column: 2 }, { row: 1, column: 3 }],
    ['ArrowRight', { row: 1, column: 5 }, { row: 1, column: 5 }],
    ['ArrowLeft', { row: 1, column: 0 }, { row: 1, column: 0 }],
    ['ArrowUp', { row: 0, column: 4 }, { row: 0, column: 4 }],
    ['ArrowDown', { row: 1, column: 4 }, { row: 2, column: 4 }],
    ['PageDown', { row: 0, column: 1 }, { row: 0, column: 3 }],
    ['PageUp', { row: 0, column: 1 }, { row: 0, column: 0 }],
    ['Home', { row: 2, column: 4 }, { row: 2, column: 0 }],
    ['End', { row: 2, column: 1 }, { row: 2, column: 5 }],
    ['x', { row: 2, column: 1 }, null],
  ] as const
  for (const [key, from, to] of cases)
    test(`${key} from ${from.row}, ${from.column}`, () => expect(moved(key, from, size)).toEqual(to))
})
