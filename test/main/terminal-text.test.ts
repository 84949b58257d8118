import { expect, test } from 'vitest'
import { terminalText } from '../../main/terminal-text.ts'

test.each([
  ['plain text stays', 'Käse: 3 × ✓', 'Käse: 3 × ✓'],
  ['lines stay', 'one\ntwo', 'one\ntwo'],
  ['a recolouring is shown', '\u001b[31mred', '‹U+001B›[31mred'],
  ['a line that would write over itself is shown', 'safe\rgone', 'safe‹U+000D›gone'],
  ['letters are not turned around', 'abc\u202ecba', 'abc‹U+202E›cba'],
])('%s', (_, given, shown) => {
  expect(terminalText(given)).toBe(shown)
})
