/** Red, green and blue of sRGB and how much of it is there, each from 0 to 1. */
export interface Colour {
  readonly rgb: readonly [number, number, number]
  readonly alpha: number
}

export const WHITE: Colour = { rgb: [1, 1, 1], alpha: 1 }

/** A computed CSS colour; `null` for a space we do not know. What no screen of sRGB can show is clipped to it. */
export function parseColour(text: string): Colour | null {
  const [, name = '', inside = ''] = /^([a-z]+)\((.*)\)$/.exec(text.trim()) ?? []
  const [values = '', alpha] = inside.split('/')
  const parts = values.split(/[\s,]+/).filter(Boolean)
  const [space = ''] = parts
  const numbers = (name === 'color' ? parts.slice(1) : parts).map((part) =>
    part === 'none' ? 0 : Number.parseFloat(part),
  )
  const [a = Number.NaN, b = Number.NaN, c = Number.NaN, d = 1] = numbers
  const given = alpha === undefined ? d : Number.parseFloat(alpha) / (alpha.includes('%') ? 100 : 1)
  const convert = name === 'color' ? SPACES[space] : FUNCTIONS[name]
  if (!convert || [a, b, c, given].some(Number.isNaN)) return null
  const [red, green, blue] = convert(a, b, c)
  return { rgb: [clipped(red), clipped(green), clipped(blue)], alpha: clipped(given) }
}

export function hexOf({ rgb }: Colour): string {
  return `#${rgb
    .map((part) =>
      Math.round(part * 255)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`
}

type Three = readonly [number, number, number]
type Convert = (a: number, b: number, c: number) => Three

const clipped = (part: number): number => Math.min(1, Math.max(0, part))
/** The curve of sRGB, both ways. */
export const linear = (part: number): number => (part <= 0.040_45 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)
const curved = (part: number): number => (part <= 0.003_130_8 ? part * 12.92 : 1.055 * part ** (1 / 2.4) - 0.055)

const byHue =
  (convert: Convert): Convert =>
  (lightness, chroma, hue) => {
    const angle = (hue * Math.PI) / 180
    return convert(lightness, chroma * Math.cos(angle), chroma * Math.sin(angle))
  }

/** CSS Color 4: oklab to linear sRGB. */
const oklab: Convert = (lightness, a, b) => {
  const l = (lightness + 0.396_337_777_4 * a + 0.215_803_757_3 * b) ** 3
  const m = (lightness - 0.105_561_345_8 * a - 0.063_854_172_8 * b) ** 3
  const s = (lightness - 0.089_484_177_5 * a - 1.291_485_548 * b) ** 3
  return [
    curved(4.076_741_662_1 * l - 3.307_711_591_3 * m + 0.230_969_929_2 * s),
    curved(-1.268_438_004_6 * l + 2.609_757_401_1 * m - 0.341_319_396_5 * s),
    curved(-0.004_196_086_3 * l - 0.703_418_614_7 * m + 1.707_614_701 * s),
  ]
}

/** CIE Lab under D50, by way of XYZ adapted to D65. */
const lab: Convert = (lightness, a, b) => {
  const fy = (lightness + 16) / 116
  const unfold = (t: number): number => (t ** 3 > 216 / 24_389 ? t ** 3 : (116 * t - 16) / (24_389 / 27))
  const x = 0.964_29 * unfold(fy + a / 500)
  const y = unfold(fy)
  const z = 0.825_1 * unfold(fy - b / 200)
  return [
    curved(3.134_135_9 * x - 1.617_386_4 * y - 0.490_662_2 * z),
    curved(-0.978_795_5 * x + 1.916_254_4 * y + 0.033_442_9 * z),
    curved(0.071_955_4 * x - 0.228_976_8 * y + 1.405_386_1 * z),
  ]
}

const displayP3: Convert = (a, b, c) => {
  const [red, green, blue] = [linear(a), linear(b), linear(c)]
  return [
    curved(1.224_940_2 * red - 0.224_940_2 * green),
    curved(-0.042_056_9 * red + 1.042_056_9 * green),
    curved(-0.019_637_5 * red - 0.078_636 * green + 1.098_273_5 * blue),
  ]
}

const bytes: Convert = (a, b, c) => [a / 255, b / 255, c / 255]
const FUNCTIONS: Readonly<Record<string, Convert>> = {
  rgb: bytes,
  rgba: bytes,
  oklab,
  oklch: byHue(oklab),
  lab,
  lch: byHue(lab),
}
const SPACES: Readonly<Record<string, Convert>> = {
  srgb: (a, b, c) => [a, b, c],
  'srgb-linear': (a, b, c) => [curved(a), curved(b), curved(c)],
  'display-p3': displayP3,
}
