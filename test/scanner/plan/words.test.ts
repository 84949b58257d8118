import { expect, test } from 'vitest'
import { found, pathText, suggestion } from '../../../scanner/plan/words.ts'

const KEYS = ['name', 'site', 'steps', 'settleMs', 'stepTimeoutMs', 'goal', 'go']

for (const [word, hint] of [
  ['nmae', '; did you mean "name"?'],
  ['stpes', '; did you mean "steps"?'],
  ['settle_ms', '; did you mean "settleMs"?'],
  ['gaol', '; did you mean "goal"?'],
  ['STEPS', '; did you mean "steps"?'],
  ['proxy', ''],
  ['', ''],
  ['x'.repeat(10_000), ''],
] as const)
  test(`${JSON.stringify(word.slice(0, 12))} ${hint === '' ? 'is like no key' : 'is taken for a slip'}`, () => {
    expect(suggestion(word, KEYS)).toBe(hint)
  })

test('values are named as a person would', () => {
  expect([undefined, null, 'a', 3, true, [], {}, 'x'.repeat(80)].map(found)).toEqual([
    'nothing',
    'an empty value',
    '"a"',
    '3',
    'true',
    'a list',
    'a group of keys',
    `"${'x'.repeat(57)}..."`,
  ])
})

test('a path reads as it is written in programs', () => {
  expect(pathText([])).toBe('')
  expect(pathText(['steps', 1, 'go', 'url'])).toBe('steps[1].go.url')
})
