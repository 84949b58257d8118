import { expect, test } from 'vitest'
import { found, pathText, nearest } from '../../../scanner/plan/words.ts'

const KEYS = ['name', 'site', 'steps', 'settleMs', 'stepTimeoutMs', 'goal', 'go']

for (const [word, hint] of [
  ['nmae', 'name'],
  ['stpes', 'steps'],
  ['settle_ms', 'settleMs'],
  ['gaol', 'goal'],
  ['STEPS', 'steps'],
  ['proxy', null],
  ['', null],
  ['x'.repeat(10_000), null],
] as const)
  test(`${JSON.stringify(word.slice(0, 12))} ${hint === null ? 'is like no key' : 'is taken for a slip'}`, () => {
    expect(nearest(word, KEYS)).toBe(hint)
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
