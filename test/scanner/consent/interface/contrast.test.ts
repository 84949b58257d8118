import { describe, expect, test } from 'vitest'
import { hexOf, parseColour } from '../../../../scanner/consent/interface/colour.ts'
import { contrastRatio, seenThrough, type Paint } from '../../../../scanner/consent/interface/contrast.ts'

const CLEAR = 'rgba(0, 0, 0, 0)'
const paint = (background = CLEAR, more: Partial<Paint> = {}): Paint => ({
  background,
  hasImage: false,
  opacity: 1,
  odd: null,
  isAfloat: false,
  ...more,
})
const seen = (paints: readonly Paint[], ink: string | null = null) => {
  const { background, text, because } = seenThrough(paints, ink)
  return because ?? [background && hexOf(background), text && hexOf(text)]
}
const BLACK = 'rgb(0, 0, 0)'
const GREY = 'rgb(128, 128, 128)'

describe('what a visitor sees through', () => {
  test.each<[string, readonly Paint[], string | null, unknown]>([
    ['nothing at all is the white of the page', [paint(), paint()], BLACK, ['#ffffff', '#000000']],
    ['a clear element is what it stands on', [paint(), paint('rgb(0, 51, 102)')], null, ['#003366', null]],
    [
      'half black on white is grey',
      [paint('rgba(0, 0, 0, 0.5)'), paint('rgb(255, 255, 255)')],
      null,
      ['#808080', null],
    ],
    ['text that is half there', [paint('rgb(255, 255, 255)')], 'rgba(0, 0, 0, 0.5)', ['#ffffff', '#808080']],
    [
      'an element that is half there',
      [paint(BLACK, { opacity: 0.5 }), paint('rgb(255, 255, 255)')],
      'rgb(255, 255, 255)',
      ['#808080', '#ffffff'],
    ],
    [
      'a box that is half there, in all that is in it',
      [paint(BLACK), paint('rgb(255, 255, 255)', { opacity: 0.5 }), paint(GREY)],
      GREY,
      ['#404040', '#808080'],
    ],
    ['a solid box that floats', [paint(BLACK, { isAfloat: true }), paint(GREY)], null, ['#000000', null]],
    [
      'a floating box that the page shines through',
      [paint(), paint('rgba(0, 0, 0, 0.8)', { isAfloat: true })],
      null,
      'the page shines through',
    ],
    [
      'a floating box that is half there',
      [paint(BLACK, { isAfloat: true, opacity: 0.9 })],
      null,
      'the page shines through',
    ],
    ['a picture', [paint(), paint(BLACK, { hasImage: true })], null, 'a picture or gradient'],
    ['a solid box before a picture', [paint(BLACK), paint(GREY, { hasImage: true })], null, ['#000000', null]],
    ['a filter', [paint(BLACK, { odd: 'a filter or blending' })], null, 'a filter or blending'],
    [
      'a colour of an unknown space',
      [paint('color(a98-rgb 1 1 1)')],
      null,
      'a colour we cannot read (color(a98-rgb 1 1 1))',
    ],
    ['text of an unknown space', [paint(BLACK)], 'hwb(0 0% 0%)', 'a colour we cannot read (hwb(0 0% 0%))'],
  ])('%s', (_, paints, ink, expected) => expect(seen(paints, ink)).toEqual(expected))
})

// The examples of WCAG's own understanding documents and of its techniques.
test.each([
  ['rgb(0, 0, 0)', 'rgb(255, 255, 255)', 21],
  ['rgb(255, 255, 255)', 'rgb(255, 255, 255)', 1],
  ['rgb(119, 119, 119)', 'rgb(255, 255, 255)', 4.48],
  ['rgb(118, 118, 118)', 'rgb(255, 255, 255)', 4.54],
  ['rgb(255, 0, 0)', 'rgb(255, 255, 255)', 4],
])('%s on %s has a ratio of %d', (one, other, ratio) => {
  const [a, b] = [parseColour(one), parseColour(other)]
  expect(a && b && Math.round(contrastRatio(a, b) * 100) / 100).toBe(ratio)
})
