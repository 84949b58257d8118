import { describe, expect, test } from 'vitest'
import type { CellChange, ComparedRowView } from '../../../../main/contract.ts'
import { isAlarming, shownRows } from '../../../../renderer/screens/compare/rows.ts'

const side = (alert = false) => ({ mark: 'sent' as const, alert, seen: { runs: 1, of: 1 }, count: 1 })

function row(
  name: string,
  change: CellChange,
  cells: readonly CellChange[] = [change],
  alert = false,
): ComparedRowView {
  return {
    key: name,
    vendorId: name,
    name,
    category: 'marketing',
    categoryBefore: null,
    party: 'third',
    disputed: false,
    change,
    states: [],
    cells: cells.map((each, index) => ({
      state: 'no-choice',
      stepId: `step-${index}`,
      change: each,
      before: side(),
      after: side(alert),
      items: [],
      blind: [],
    })),
  }
}

const matrix = [
  row('Awin', 'same'),
  row('Clarity', 'new', ['new', 'none'], true),
  row('Hotjar', 'gone', ['gone', 'gone', 'gone']),
  row('Kartra', 'not-compared'),
  row('Meta', 'changed', ['changed', 'same']),
  row('Outbrain', 'none', ['none', 'not-compared']),
]
const ALL = { categories: [], parties: [], text: '', showsAll: false } as const

describe('the rows of a comparison', () => {
  const names = (filter: Parameters<typeof shownRows>[1]): string =>
    shownRows(matrix, filter)
      .groups.flatMap(({ rows }) => rows.map(({ name }) => name))
      .join(' ')

  test('are those that differ: what is alarming first, then what differs on most pages', () =>
    expect(names(ALL)).toBe('Clarity Hotjar Meta'))

  test('are all of them when one asks for them', () =>
    expect(names({ ...ALL, showsAll: true })).toBe('Clarity Hotjar Meta Awin Kartra Outbrain'))

  test('that are folded away are counted, and apart from them those of which nothing can be said', () => {
    expect(shownRows(matrix, ALL)).toMatchObject({ same: 2, unsaid: 1 })
    expect(shownRows(matrix, { ...ALL, text: 'kar' })).toMatchObject({ groups: [], same: 0, unsaid: 1 })
  })
})

test('only what came or differs is alarming, not what was there before', () => {
  for (const [change, alert, expected] of [
    ['new', true, true],
    ['changed', true, true],
    ['same', true, false],
    ['new', false, false],
    ['not-compared', true, false],
  ] as const)
    expect(isAlarming({ change, after: side(alert) })).toBe(expected)
})
