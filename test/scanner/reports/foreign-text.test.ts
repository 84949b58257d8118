import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cutMiddle, visible, visibleLines } from '../../../scanner/reports/foreign-text.ts'

for (const [name, text, shown] of [
  ['plain text stays', 'kuuid', 'kuuid'],
  ['letters of any script stay', 'Zürich 日本 العربية 🚀', 'Zürich 日本 العربية 🚀'],
  ['joiners inside words and emoji stay', 'می\u200Cخواهم 👩\u200D🚀', 'می\u200Cخواهم 👩\u200D🚀'],
  ['an escape sequence cannot drive a terminal', '\u001B[2J\u009B31m', '‹U+001B›[2J‹U+009B›31m'],
  ['a direction mark cannot turn text', 'exe.\u202Egnp', 'exe.‹U+202E›gnp'],
  ['what has no width cannot hide', 'pay\u200Bpal\uFEFF\u00AD', 'pay‹U+200B›pal‹U+FEFF›‹U+00AD›'],
  ['a line end cannot fake a line', 'a\r\nb\u2028c', 'a‹U+000D›‹U+000A›b‹U+2028›c'],
  ['tag characters beyond the first plane are seen', '\u{E0041}', '‹U+E0041›'],
  ['half a surrogate pair is seen', '\uD83D!', '‹U+D83D›!'],
] as const) {
  test(name, () => expect(visible(text)).toBe(shown))
}

test('nothing visible can drive or turn anything, whatever went in', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(visible(text)).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}\u202A-\u202E\u2066-\u2069]/u)
    }),
  )
})

test('lines of a text stay lines, and tabs become room', () => {
  expect(visibleLines('We\tvalue\r\nyour\u0007 privacy')).toEqual(['We  value', 'your‹U+0007› privacy'])
})

for (const [name, text, most, cut] of [
  ['a short text stays whole', 'abcdef', 6, 'abcdef'],
  ['a long one loses its middle', 'https://shop.example/a/b/c?d=e', 12, 'https://…d=e'],
  ['no half of a pair is left at the cut', '🚀🚀🚀🚀', 4, '🚀…'],
] as const) {
  test(name, () => expect(cutMiddle(text, most)).toBe(cut))
}

test('a cut is never longer than asked for and never splits a pair', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), fc.integer({ min: 3, max: 60 }), (text, most) => {
      expect(cutMiddle(text, most).length).toBeLessThanOrEqual(most)
      expect(cutMiddle(text, most).isWellFormed()).toBe(true)
    }),
  )
})
