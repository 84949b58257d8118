import type { InterfaceControl, Wording } from '../../model.ts'
import { asWritten, said } from '../../said.ts'
import { areaOf } from './layers.ts'

export interface Disadvantage {
  readonly text: Wording
  /** A visitor may well miss it. */
  readonly isGrave: boolean
}

/** In what a way to refuse is harder to see, read or reach than the way to accept, as figures. */
export function disadvantages(refusal: InterfaceControl, acceptance: InterfaceControl): readonly Disadvantage[] {
  const found: Disadvantage[] = []
  const say = (is: boolean, text: Wording, isGrave = false): unknown => is && found.push({ text, isGrave })
  const [less, more] = [legibility(refusal), legibility(acceptance)]
  say(refusal.looks === 'link' && acceptance.looks === 'button', said`it is text without a button around it`, true)
  say(!refusal.inView && acceptance.inView, said`it is out of sight until the banner is scrolled`, true)
  say(
    areaOf(refusal) < areaOf(acceptance) * HALF,
    said`its box is ${percent(areaOf(refusal) / areaOf(acceptance))} as large`,
  )
  say(
    refusal.fontSizePx < acceptance.fontSizePx * SMALLER,
    said`its text is set in ${round(refusal.fontSizePx)} px instead of ${round(acceptance.fontSizePx)} px`,
  )
  if (less && more && !less.isEnough && more.isEnough) {
    say(
      true,
      said`its contrast is ${less.ratio}:1 where the other has ${more.ratio}:1 and WCAG asks for ${less.needed}:1`,
      less.ratio < 3,
    )
  }
  say(refusal.focusPlace === null && acceptance.focusPlace !== null, said`the keyboard does not reach it`, true)
  return found
}

/** Which of the two could not be read off. */
export function unknownColours(...controls: readonly InterfaceControl[]): Wording | null {
  const found = controls.find(({ contrast }) => contrast === null)
  return found
    ? said`the contrast of \`${found.text.slice(0, 80)}\` is unknown (${found.unknownBecause === null ? said`no text` : asWritten(found.unknownBecause)})`
    : null
}

interface Legibility {
  readonly ratio: number
  readonly needed: number
  readonly isEnough: boolean
}

/** WCAG 2.2, 1.4.3: 4.5, and 3 for large text, from 24 px or 18.66 px bold. */
function legibility({ contrast, fontSizePx, fontWeight }: InterfaceControl): Legibility | null {
  if (contrast === null) return null
  const isLarge = fontSizePx >= 24 || (fontSizePx >= 18.66 && fontWeight >= 700)
  const needed = isLarge ? 3 : 4.5
  return { ratio: round(contrast), needed, isEnough: contrast >= needed }
}

/** Of sizes: less than this is no matter of wording's length. */
const HALF = 0.5
const SMALLER = 0.85
const round = (value: number): number => Math.round(value * 10) / 10
const percent = (share: number): string => `${Math.round(share * 100)} %`
