import { describe, expect, test } from 'vitest'
import type { Category, MatrixRowView } from '../../../../main/contract.ts'
import { cellAt, groupsOf, type MatrixFilter } from '../../../../renderer/screens/result/matrix-layout.ts'

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
