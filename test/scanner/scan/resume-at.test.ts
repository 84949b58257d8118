import { expect, test } from 'vitest'
import type { ConsentState } from '../../../scanner/model.ts'
import { resumeAt } from '../../../scanner/scan/resume-at.ts'
import { at, clickOn, planOf } from '../../evidence/plan.ts'

const PLAN = planOf({
  optin: at('https://shop.example/'),
  thanks: clickOn('a'),
  sales: at('https://shop.example/sales'),
  checkout: clickOn('a'),
})

for (const [state, diedAt, from] of [
  ['no-choice', 2, 2],
  ['no-choice', 3, 2],
  ['no-choice', 1, 0],
  ['gpc', 3, 2],
  ['rejected', 3, 0],
  ['accepted', 0, 0],
] satisfies [ConsentState, number, number][])
  test(`a ${state} visitor whose browser died on step ${diedAt} goes on from step ${from}`, () => {
    expect(resumeAt(PLAN, state, diedAt)).toBe(from)
  })
