import { expect, test } from 'vitest'
import {
  hiddenPairs,
  linesOfPairs,
  pairsOfLines,
  revealedPairs,
} from '../../../../renderer/screens/funnel/pair-lines.ts'

for (const [name, text, separator, pairs] of [
  ['a header', 'X-Preview: a:b c', ': ', { 'X-Preview': 'a:b c' }],
  ['empty lines and blanks around', '\n  X-A:1  \n\nX-B:  2', ': ', { 'X-A': '1', 'X-B': '2' }],
  ['a name that has no value yet', 'X-Preview', ': ', { 'X-Preview': '' }],
  ['a host', 'staging.shop.example   10.0.0.5:8443', ' ', { 'staging.shop.example': '10.0.0.5:8443' }],
  ['nothing', ' \n', ' ', {}],
] as const)
  test(`${name} is read from lines`, () => expect(pairsOfLines(text, separator)).toEqual(pairs))

test('what was read is written the same way', () => {
  const pairs = { 'X-A': '1', 'X-B': 'two words' }
  expect(pairsOfLines(linesOfPairs(pairs, ': '), ': ')).toEqual(pairs)
})

const KEPT = { 'X-Preview': 'token-1', 'X-Key': 'token-2' }

for (const [name, typed, is] of [
  ['left hidden is what it was', { 'X-Preview': '••••••••', 'X-Key': '••••••••' }, KEPT],
  [
    'under another name stays in its place',
    { 'X-Preview': '••••••••', 'X-Other': '••••••••' },
    {
      'X-Preview': 'token-1',
      'X-Other': 'token-2',
    },
  ],
  ['typed over is what was typed', { 'X-Preview': 'new' }, { 'X-Preview': 'new' }],
] as const)
  test(`a value ${name}`, () => expect(revealedPairs(typed, KEPT)).toEqual(is))

test('what is hidden is hidden, and what is empty stays empty', () =>
  expect(hiddenPairs({ 'X-Preview': 'token-1', 'X-Empty': '' })).toEqual({ 'X-Preview': '••••••••', 'X-Empty': '' }))
