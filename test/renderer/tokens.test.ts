import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { style } from '../../scanner/reports/html/style.ts'

const css = readFileSync(new URL('../../renderer/tokens.css', import.meta.url), 'utf8')
const tokens = [...css.matchAll(/--([\w-]+): light-dark\((#\w{6}), (#\w{6})\)/g)]
const [light, dark] = [2, 3].map((at) => new Map(tokens.map((found) => [found[1] ?? '', found[at] ?? ''])))
const CATEGORIES = ['marketing', 'analytics', 'unclassified', 'functional', 'necessary']

type Colour = readonly [number, number, number]
type Matrix = readonly [Colour, Colour, Colour]

/** What somebody without the cones for red, or for green, sees of linear colours (Machado, Oliveira, Fernandes 2009). */
const EYES: Readonly<Record<string, Matrix>> = {
  'every cone': [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
}

/** Four times what can just be told apart (CIE 1976). */
const LEAST_APART = 10

for (const [mode, colours] of [
  ['light', light],
  ['dark', dark],
] as const)
  for (const [eyes, matrix] of Object.entries(EYES))
    test(`the hues of the categories are apart for eyes with ${eyes}, in ${mode}`, () => {
      const seen = CATEGORIES.map((name) => lab(through(matrix, linear(colours?.get(name) ?? ''))))
      expect(
        Math.min(...pairs(seen).map(([a, b]) => Math.hypot(...a.map((part, at) => part - (b[at] ?? 0))))),
      ).toBeGreaterThan(LEAST_APART)
    })

test('printed in grey, where all is light, their lightness still tells them apart', () => {
  const lightness = CATEGORIES.map((name) => lab(linear(light?.get(name) ?? ''))[0])
  expect(Math.min(...pairs(lightness).map(([a, b]) => Math.abs(a - b)))).toBeGreaterThan(6)
})

test('a category looks the same on paper and in the window', () => {
  for (const name of CATEGORIES) expect(String(style)).toContain(`--${name}: ${light?.get(name)};`)
})

function pairs<T>(all: readonly T[]): readonly (readonly [T, T])[] {
  return all.flatMap((a, at) => all.slice(at + 1).map((b) => [a, b] as const))
}

function linear(colour: string): Colour {
  const part = (from: number): number => {
    const value = parseInt(colour.slice(from, from + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  }
  return [part(1), part(3), part(5)]
}

function through(matrix: Matrix, [red, green, blue]: Colour): Colour {
  const row = ([a, b, c]: Colour): number => Math.min(1, Math.max(0, a * red + b * green + c * blue))
  return [row(matrix[0]), row(matrix[1]), row(matrix[2])]
}

/** CIE L*a*b* under daylight (D65): lightness first. */
function lab([red, green, blue]: Colour): Colour {
  const root = (value: number): number => (value > 0.008856 ? Math.cbrt(value) : 7.787 * value + 16 / 116)
  const x = root((0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.95047)
  const y = root(0.2126 * red + 0.7152 * green + 0.0722 * blue)
  const z = root((0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.08883)
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)]
}
