import { WHITE, linear, parseColour, type Colour } from './colour.ts'

/** How one element paints itself beneath what is in it. */
export interface Paint {
  /** Computed, e.g. `rgba(0, 0, 0, 0)`. */
  readonly background: string
  /** A picture or gradient. */
  readonly hasImage: boolean
  /** Of the element and all in it. */
  readonly opacity: number
  /** What else changes its colours: a filter, a blend mode. */
  readonly odd: string | null
  /** Stands over the page: what is behind it can be anything. */
  readonly isAfloat: boolean
}

export interface Seen {
  readonly background: Colour | null
  /** `null` where no text colour was asked for. */
  readonly text: Colour | null
  /** Why they are unknown. */
  readonly because: string | null
}

/**
 * What a visitor sees of these paints, the innermost first: each colour mixed with what shines through it, down to the
 * first that nothing shines through, or to the white of the page.
 */
export function seenThrough(paints: readonly Paint[], textColour: string | null = null): Seen {
  const text = textColour === null ? null : parseColour(textColour)
  if (textColour !== null && text === null) return unknown(`a colour we cannot read (${textColour})`)
  const base = groundOf(paints)
  if ('because' in base) return unknown(base.because)
  let behind: Colour = base.colour
  const backdrops: Colour[] = []
  const inside = paints.slice(0, base.depth).toReversed()
  for (const { background } of inside) {
    backdrops.push(behind)
    const own = parseColour(background)
    if (!own) return unknown(`a colour we cannot read (${background})`)
    behind = over(own, behind)
  }
  let [ground, ink] = [behind, text && over(text, behind)]
  // An element that is half there shows half of what is behind it, through its background and its text alike.
  for (const [index, { opacity }] of [...inside.entries()].toReversed()) {
    const backdrop = backdrops[index] ?? base.colour
    ground = mixed(ground, backdrop, opacity)
    ink = ink && mixed(ink, backdrop, opacity)
  }
  return { background: ground, text: ink, because: null }
}

const unknown = (because: string): Seen => ({ background: null, text: null, because })

type Ground = { readonly colour: Colour; readonly depth: number } | { readonly because: string }

/** How many of the paints count, and what is behind the last of them. */
function groundOf(paints: readonly Paint[]): Ground {
  for (const [index, paint] of paints.entries()) {
    if (paint.odd !== null) return { because: paint.odd }
    if (paint.hasImage) return { because: 'a picture or gradient' }
    const isSolid = parseColour(paint.background)?.alpha === 1
    const around = paints.slice(index)
    if (isSolid && around.every(({ opacity }) => opacity === 1)) return { colour: WHITE, depth: index + 1 }
    if (paint.isAfloat && !isSolid) return { because: 'the page shines through' }
    if (paint.isAfloat && paint.opacity < 1) return { because: 'the page shines through' }
  }
  return { colour: WHITE, depth: paints.length }
}

const over = ({ rgb, alpha }: Colour, behind: Colour): Colour => mixed({ rgb, alpha: 1 }, behind, alpha)

function mixed({ rgb: [red, green, blue] }: Colour, { rgb }: Colour, share: number): Colour {
  const mix = (one: number, other: number): number => one * share + other * (1 - share)
  return { rgb: [mix(red, rgb[0]), mix(green, rgb[1]), mix(blue, rgb[2])], alpha: 1 }
}

/** WCAG 2: 1 for equal colours, 21 for black on white. */
export function contrastRatio(one: Colour, other: Colour): number {
  const [lighter, darker] = [luminance(one), luminance(other)].toSorted((a, b) => b - a)
  return ((lighter ?? 0) + 0.05) / ((darker ?? 0) + 0.05)
}

const luminance = ({ rgb: [red, green, blue] }: Colour): number =>
  0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
