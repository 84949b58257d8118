import { expect, test } from 'vitest'
import { tabSeparated } from '../../../renderer/parts/tab-separated.ts'

test('rows become lines under a head', () => {
  expect(tabSeparated(['a', 'b'], [['1', '2']])).toBe('a\tb\n1\t2')
})

for (const [name, cell, becomes] of [
  ['a tab and line breaks', 'a\tb\r\nc', 'a b c'],
  ['a formula', '=HYPERLINK("https://evil.example")', '\'=HYPERLINK("https://evil.example")'],
  ['a formula behind a break', '\n=1+1', ' =1+1'],
  ['a sign that calls a function', '@SUM(A1)', "'@SUM(A1)"],
  ['a lone dash', '-', '-'],
  ['an address', 'https://shop.example/?a=b', 'https://shop.example/?a=b'],
] as const)
  test(`${name} in a cell stays text in its cell`, () => {
    expect(tabSeparated(['what'], [[cell]])).toBe(`what\n${becomes}`)
  })
