import { describe, expect, test } from 'vitest'
import type { Category, Choice, ConsentState } from '../../scanner/model.ts'
import { allows, choiceOf, CONSENT_STATES, wishesOf } from '../../scanner/states.ts'

const CATEGORIES = ['necessary', 'functional', 'analytics', 'marketing', 'unclassified'] as const

const cases: readonly (readonly [ConsentState, Choice | null, readonly Category[]])[] = [
  ['no-choice', null, ['necessary']],
  ['scrolled', null, ['necessary']],
  ['closed', 'close', ['necessary']],
  ['gpc', null, ['necessary']],
  ['rejected', 'reject', ['necessary']],
  ['withdrawn', 'withdraw', ['necessary']],
  ['accepted', 'accept', ['necessary', 'functional', 'analytics', 'marketing']],
  ['gated', 'accept', ['necessary', 'functional', 'analytics', 'marketing']],
  ['accepted:analytics', 'accept-part', ['necessary', 'analytics']],
  ['accepted:functional+marketing', 'accept-part', ['necessary', 'functional', 'marketing']],
]

describe('what a visitor of each state has chosen and agreed to', () => {
  for (const [state, choice, agreed] of cases)
    test(state, () => {
      expect(choiceOf(state)).toBe(choice)
      expect(CATEGORIES.filter((category) => allows(state, category))).toEqual(agreed)
    })

  test('the last wish of a state is its choice, and what is withdrawn was accepted before', () => {
    for (const [state, choice] of cases) expect(wishesOf(state).at(-1)?.choice ?? null).toBe(choice)
    expect(wishesOf('withdrawn').map(({ choice }) => choice)).toEqual(['accept', 'withdraw'])
    expect(wishesOf('accepted:analytics')).toEqual([{ choice: 'accept-part', allows: ['analytics'] }])
  })

  test('reading begins before any choice, and no state is listed twice', () => {
    expect(CONSENT_STATES[0]).toBe('no-choice')
    expect(new Set(CONSENT_STATES).size).toBe(CONSENT_STATES.length)
  })
})
