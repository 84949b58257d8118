import type { WhatIf, WhatIfItem } from '../model.ts'
import { counted, listed } from '../words.ts'

/** What holding vendors back came to, in sentences: what is gone, what is there all the same, what else stopped working. */
export function whatIfSentences(
  { held, gone, leaks, broken, stepsLost }: WhatIf,
  stepLabel: (stepId: string) => string,
): readonly string[] {
  if (held.length === 0) return ['Nothing was held back: none of the chosen vendors was asked for after accept.']
  return [
    `Held back after accept, as a consent gate would: ${listed(
      held.map(({ name }) => name),
      12,
    )}.`,
    gone.length === 0
      ? 'Nothing that was there after accept was missing.'
      : `Gone with that: ${told(gone, 'thing')}, of ${vendors(gone)}.`,
    leaks.length === 0
      ? 'Nothing of theirs was seen all the same.'
      : `There all the same: ${told(leaks, 'thing')}, of ${vendors(leaks)}.`,
    broken.length === 0
      ? 'No request of anybody else failed for it.'
      : `Failed now, though answered after accept: ${told(broken, 'request')}, of ${vendors(broken)}.`,
    stepsLost.length === 0
      ? 'Every page that was reached after accept was reached.'
      : `No longer reached: ${listed(stepsLost.map(stepLabel), 8)}.`,
  ]
}

function told(items: readonly WhatIfItem[], thing: string): string {
  return counted(items.length, thing)
}

function vendors(items: readonly WhatIfItem[]): string {
  return listed(
    items.map(({ name }) => name),
    6,
  )
}
