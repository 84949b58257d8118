import { describe, expect, test } from 'vitest'
import type { Category, ConsentState } from '../../scanner/model.ts'
import { allows, choiceOf, CONSENT_STATES } from '../../scanner/states.ts'

const CATEGORIES = ['necessary', 'functional', 'analytics', 'marketing', 'unclassified'] as const

const cases: readonly (readonly [ConsentState, 'reject' | 'accept' | null, readonly Category[]])[] = [
  ['no-choice', null, ['necessary']],
  ['scrolled', null, ['necessary']],
  ['closed', null, ['necessary']],
  ['gpc', null, ['necessary']],
  ['rejected', 'reject', ['necessary']],
  ['withdrawn', 'reject', ['necessary']],
  ['accepted', 'accept', ['necessary', 'functional', 'analytics', 'marketing']],
  ['gated', 'accept', ['necessary', 'functional', 'analytics', 'marketing']],
  ['accepted:analytics', 'accept', ['necessary', 'analytics']],
  ['accepted:functional+marketing', 'accept', ['necessary', 'functional', 'marketing']],
]

describe('what a visitor of each state has chosen and agreed to', () => {
  for (const [state, choice, agreed] of cases)
    test(state, () => {
      expect(choiceOf(state)).toBe(choice)
      expect(CATEGORIES.filter((category) => allows(state, category))).toEqual(agreed)
    })

  test('reading begins before any choice, and no state is listed twice', () => {
    expect(CONSENT_STATES[0]).toBe('no-choice')
    expect(new Set(CONSENT_STATES).size).toBe(CONSENT_STATES.length)
  })
})
