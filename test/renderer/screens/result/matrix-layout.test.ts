import { describe, expect, test } from 'vitest'
import type { Category, MatrixRowView } from '../../../../main/contract.ts'
import {
  cellAt,
  groupsOf,
  moved,
  nextCategory,
  type MatrixFilter,
} from '../../../../renderer/screens/result/matrix-layout.ts'

const ALL: MatrixFilter = { categories: [], parties: [], onlyAlerts: false, text: '' }

function row(name: string, category: Category, alerts = 0, party: MatrixRowView['party'] = 'third'): MatrixRowView {
  return {
    key: name,
    vendorId: name,
    name,
    category,
    disputed: false,
    party,
    longestLifetimeDays: null,
    firstStepId: 'optin',
    cells: Array.from({ length: 3 }, (_, index) => ({
      state: 'no-choice' as const,
      stepId: `step-${index}`,
      mark: 'sent' as const,
      alert: index < alerts,
      count: 1,
    })),
  }
}

const matrix = [
  row('Stripe', 'necessary', 0),
  row('Hotjar', 'analytics', 1),
  row('Kartra', 'marketing', 0, 'first'),
  row('Meta', 'marketing', 2),
  row('Awin', 'marketing', 0),
]

describe('the rows of the matrix', () => {
  const cases: readonly (readonly [string, Partial<MatrixFilter>, readonly string[]])[] = [
    [
      'marks that should not be come first, then names',
      {},
      ['marketing: Meta Awin Kartra', 'analytics: Hotjar', 'necessary: Stripe'],
    ],
    ['a category alone', { categories: ['analytics'] }, ['analytics: Hotjar']],
    ['a party alone', { parties: ['first'] }, ['marketing: Kartra']],
    ['only what should not be', { onlyAlerts: true }, ['marketing: Meta', 'analytics: Hotjar']],
    ['by a part of the name, whatever its capitals', { text: ' STRI ' }, ['necessary: Stripe']],
    ['nothing fits', { text: 'nobody' }, []],
  ]
  for (const [name, filter, expected] of cases)
    test(name, () => {
      const groups = groupsOf(matrix, { ...ALL, ...filter })
      expect(groups.map(({ category, rows }) => `${category}: ${rows.map((each) => each.name).join(' ')}`)).toEqual(
        expected,
      )
    })

  test('a cell that is not there was not seen', () => {
    expect(cellAt(row('Meta', 'marketing'), 'accepted', 'optin')).toMatchObject({ mark: 'unseen', alert: false })
    expect(cellAt(row('Meta', 'marketing'), 'no-choice', 'step-1')).toMatchObject({ mark: 'sent', count: 1 })
  })
})

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

  test('c walks through the categories that are there, and back to all of them', () => {
    const there: readonly Category[] = ['necessary', 'marketing', 'analytics']
    const walk = [0, 1, 2, 3].reduce<readonly (readonly Category[])[]>(
      (seen) => [...seen, nextCategory(seen.at(-1) ?? [], there)],
      [],
    )
    expect(walk).toEqual([['marketing'], ['analytics'], ['necessary'], []])
  })
})
