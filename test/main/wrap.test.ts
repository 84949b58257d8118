import { expect, test } from 'vitest'
import { wrap } from '../../main/wrap.ts'

test.each([
  ['a short text stays', 'one two', 80, '', 'one two'],
  ['a long one breaks between words', 'word '.repeat(12).trim(), 44, '', `${'word '.repeat(8)}word\nword word word`],
  ['every line is indented', 'word '.repeat(10).trim(), 46, '  ', `  ${'word '.repeat(8)}word\n  word`],
  ['a word that is too long stays whole', 'x'.repeat(60), 40, '', 'x'.repeat(60)],
  ['a very narrow terminal breaks the lines itself', 'word '.repeat(8).trim(), 10, '', 'word '.repeat(8).trim()],
])('%s', (_, text, width, indent, lines) => {
  expect(wrap(text, width, indent)).toBe(lines)
})
