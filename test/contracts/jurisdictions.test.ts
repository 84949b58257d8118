import { describe, expect, test } from 'vitest'
import { jurisdictions } from '../../scanner/jurisdictions/index.ts'
import { rules } from '../../scanner/rules/index.ts'

/** What every jurisdiction of the shelf keeps. */

const ids = new Set(rules.map(({ id }) => id))
const CATEGORIES = ['necessary', 'functional', 'analytics', 'marketing', 'unclassified']
const isKey = (key: string): boolean => {
  const [rule = '', category] = key.split(' ')
  return ids.has(rule) && (category === undefined || CATEGORIES.includes(category))
}

describe.each(jurisdictions.map((each) => [each.id, each] as const))('%s', (id, jurisdiction) => {
  test('is named, dated and sourced', () => {
    expect(id).toMatch(/^[a-z]{2}(-[a-z]{2})?$/)
    expect(jurisdiction.title).not.toBe('')
    expect(jurisdiction.reviewed).toMatch(/^\d{4}-\d\d-\d\d$/)
    expect(jurisdiction.sources.length).toBeGreaterThan(0)
  })

  test('speaks of rules that exist', () => {
    const { severity, law, notes, strict } = jurisdiction
    const keys = [...Object.keys(severity), ...Object.keys(law), ...Object.keys(notes), ...strict]
    expect(keys.filter((key) => !isKey(key))).toEqual([])
  })

  test('notes are sentences, clauses are not empty', () => {
    for (const note of Object.values(jurisdiction.notes)) expect(note).toMatch(/^[A-Z].*\.$/s)
    for (const clauses of Object.values(jurisdiction.law)) expect(clauses.filter(Boolean).length).toBeGreaterThan(0)
  })

  test('limits are whole days, a choice no shorter than half a year', () => {
    expect(jurisdiction.limits.choiceDays).toBeGreaterThanOrEqual(183)
    expect(jurisdiction.limits.trackerDays).toBeGreaterThanOrEqual(183)
    expect(Object.values(jurisdiction.limits).every(Number.isInteger)).toBe(true)
  })
})

test('ids are unique, the Union comes first', () => {
  const all = jurisdictions.map(({ id }) => id)
  expect(new Set(all).size).toBe(all.length)
  expect(all[0]).toBe('eu')
})
