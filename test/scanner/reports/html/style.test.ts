import { expect, test } from 'vitest'
import { style } from '../../../../scanner/reports/html/style.ts'

const [light, dark] = [...String(style).matchAll(/:root \{(.*?)\n\s*\}/gs)].map(([, tokens = '']) => {
  const colours = [...tokens.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)]
  return new Map(colours.map(([, name = '', value = '']) => [name, value]))
})

/** WCAG 2.2: text 7 (AAA), text on or in the alert colour 4.5 (AA), marks 3. */
const PAIRS: readonly (readonly [string, string, number])[] = [
  ['ink', 'surface', 7],
  ['quiet', 'surface', 7],
  ['quiet', 'sunken', 7],
  ['accent', 'surface', 7],
  ['alert', 'surface', 4.5],
  ['on-alert', 'alert', 4.5],
  ['alert', 'alert-surface', 3],
  ['mark', 'surface', 3],
  ['faint', 'surface', 3],
]

for (const [mode, tokens] of [
  ['light', light],
  ['dark', dark],
] as const) {
  for (const [front, back, least] of PAIRS) {
    test(`${front} on ${back} has a contrast of at least ${least} in ${mode}`, () => {
      expect(contrast(tokens?.get(front), tokens?.get(back))).toBeGreaterThanOrEqual(least)
    })
  }
}

test('paper is always light: the dark colours are for screens', () => {
  expect(String(style)).toContain('@media screen and (prefers-color-scheme: dark)')
})

function contrast(a = '', b = ''): number {
  const [high = 0, low = 0] = [luminance(a), luminance(b)].toSorted((x, y) => y - x)
  return (high + 0.05) / (low + 0.05)
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((from) => parseInt(colour.slice(from, from + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
