import { expect, test } from 'vitest'
import { hexOf, parseColour } from '../../../../scanner/consent/interface/colour.ts'

const read = (text: string) => {
  const colour = parseColour(text)
  return colour && [hexOf(colour), Math.round(colour.alpha * 100)]
}

// Expected values are those Chromium paints, read off the CSS Color 4 sample values.
test.each([
  ['rgb(255, 128, 0)', '#ff8000', 100],
  ['rgba(0, 0, 0, 0.5)', '#000000', 50],
  ['rgb(0 51 102 / 25%)', '#003366', 25],
  ['color(srgb 1 0.5 0)', '#ff8000', 100],
  ['color(srgb 0 0 0 / 0.4)', '#000000', 40],
  ['color(srgb-linear 1 1 1)', '#ffffff', 100],
  ['color(display-p3 1 1 1)', '#ffffff', 100],
  ['oklch(0.627955 0.257683 29.2339)', '#ff0000', 100],
  ['oklch(0.51975 0.17686 142.495)', '#008000', 100],
  ['oklab(1 0 0 / 0.1)', '#ffffff', 10],
  ['lab(54.2905 80.8049 69.8909)', '#ff0000', 100],
  ['lch(46.277 67.989 134.391)', '#008000', 100],
  ['lab(none none none)', '#000000', 100],
])('%s is %s', (text, hex, alpha) => {
  expect(read(text)).toEqual([hex, alpha])
})

test.each(['', 'red', 'rgb(1, 2)', 'color(a98-rgb 1 1 1)', 'hwb(0 0% 0%)', 'url(x)'])('%j is unknown', (text) => {
  expect(read(text)).toBeNull()
})
