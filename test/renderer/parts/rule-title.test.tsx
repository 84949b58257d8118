// @vitest-environment jsdom
import { cleanup, render } from '@testing-library/react'
import i18next from 'i18next'
import { afterEach, beforeAll, expect, test } from 'vitest'
import { RuleTitle } from '../../../renderer/parts/rule-title.tsx'
import { startTexts } from '../../../renderer/texts.ts'
import german from '../../../renderer/texts/rules.de.json' with { type: 'json' }
import { rules } from '../../../scanner/rules/index.ts'

beforeAll(startTexts)
afterEach(cleanup)

test('every rule has a name in German, and nothing else has one', () => {
  expect(Object.keys(german)).toEqual(rules.map(({ id }) => id))
})

for (const [language, ruleId, text, isMarked] of [
  ['en', 'F01', 'Cookie before any choice', true],
  ['de', 'F01', 'Cookie vor jeder Wahl', false],
  ['de', 'F98', 'A rule of a later Tagtrail', true],
] as const)
  test(`in ${language}, ${ruleId} is called "${text}"`, async () => {
    await i18next.changeLanguage(language)
    const title = ruleId === 'F98' ? text : 'Cookie before any choice'
    const { container } = render(<RuleTitle of={{ ruleId, title }} />)
    expect(container.textContent).toBe(text)
    expect(container.querySelector('[lang=en]') !== null).toBe(isMarked)
  })
