import type { WhatIf, WhatIfItem } from '../model.ts'
import { counted, listed } from '../words.ts'

/** What holding vendors back came to, in sentences: what is gone, what is there all the same, whether the site bears it. */
export function whatIfSentences(whatIf: WhatIf, stepLabel: (stepId: string) => string): readonly string[] {
  const { held, gone, leaks, broken, stepsLost } = whatIf
  if (held.length === 0) return ['Nothing was held back: none of the chosen vendors was asked for after accept.']
  return [
    `Held back after accept, as a consent gate would: ${listed(
      held.map(({ name }) => name),
      12,
    )}.`,
    gone.length === 0
      ? 'Nothing that was there after accept was missing.'
      : `Gone with that: ${told(gone, 'thing')}, of ${vendors(gone)}.`,
    ...causes(whatIf),
    leaks.length === 0
      ? 'Nothing of theirs was seen all the same.'
      : `There all the same: ${told(leaks, 'thing')}, of ${vendors(leaks)}.`,
    broken.length === 0
      ? 'No request of anybody else failed for it.'
      : `Failed now, though answered after accept: ${told(broken, 'request')}, of ${vendors(broken)}.`,
    stepsLost.length === 0
      ? 'Every page that was reached after accept was reached.'
      : `No longer reached: ${listed(stepsLost.map(stepLabel), 8)}.`,
    forms(whatIf, stepLabel),
    errors(whatIf, stepLabel),
    ...players(whatIf, stepLabel),
  ]
}

/** `Without x.example/tag.js (Acme): _a, _b were not stored.` */
function causes({ without }: WhatIf): readonly string[] {
  const sentences = without.slice(0, MOST_CAUSES).map(({ by, stored }) => {
    const names = [...new Set(stored.map(({ item }) => item))]
    return `Without ${by.item} (${by.name}): ${listed(names, 8)} ${names.length === 1 ? 'was' : 'were'} not stored.`
  })
  const more = without.length - MOST_CAUSES
  return more > 0
    ? [...sentences, `${counted(more, 'more request')} held back had the like effect; the report lists them.`]
    : sentences
}

const MOST_CAUSES = 4

function forms({ forms: { sent, lost } }: WhatIf, stepLabel: (stepId: string) => string): string {
  if (sent.length === 0) return 'The plan sends no form, so whether forms still work was not tried.'
  return lost.length === 0
    ? `Every form that was sent after accept was sent, and led on: ${listed(sent.map(stepLabel), 8)}.`
    : `Forms that no longer lead on: to ${listed(lost.map(stepLabel), 8)}.`
}

function errors({ errors: fresh }: WhatIf, stepLabel: (stepId: string) => string): string {
  if (fresh === null) return 'Whether scripts fail for it cannot be told: errors were not noted on every page.'
  const [first] = fresh
  if (!first) return 'No script failed or logged an error that did not after accept.'
  const where = listed(first.stepIds.map(stepLabel), 4)
  return `${counted(fresh.length, 'error')} of scripts that no accepted visit showed, the first on ${where}: “${first.text}”${first.url === null ? '' : ` in ${first.url}`}.`
}

function players({ players: seen, embeds }: WhatIf, stepLabel: (stepId: string) => string): readonly string[] {
  const inFrames =
    embeds.length === 0
      ? []
      : [
          `No longer shown in its frame: ${listed(
            embeds.map(({ name, item }) => `${item} (${name})`),
            6,
          )}.`,
        ]
  if (seen === null)
    return [...inFrames, 'Whether videos still play cannot be told: they were not noted on every page.']
  if (seen.seen === 0) return [...inFrames, 'No video or sound was ready on any page after accept.']
  if (seen.lost.length === 0)
    return [...inFrames, `${counted(seen.seen, 'player')} of videos or sounds came as far as after accept.`]
  const lost = seen.lost.map(({ source, page, stepId, was, is }) => {
    const name = /^(?:blob|data):$/.test(source) ? page : source
    return `${name} on ${stepLabel(stepId)} (${PLAYING[was]} after accept, ${PLAYING[is]} now)`
  })
  return [...inFrames, `Videos or sounds that no longer come as far: ${listed(lost, 4)}.`]
}

const PLAYING = { ready: 'ready to play', playing: 'playing', missing: 'not there' } as const

function told(items: readonly WhatIfItem[], thing: string): string {
  return counted(items.length, thing)
}

function vendors(items: readonly WhatIfItem[]): string {
  return listed(
    items.map(({ name }) => name),
    6,
  )
}
