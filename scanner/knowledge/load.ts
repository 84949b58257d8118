import { existsSync, readFileSync } from 'node:fs'
import type { Knowledge } from './answers.ts'
import { compile } from './knowledge.ts'
import { sourcesOfCheckout, VENDORS, type Sources } from './sources.ts'

/** The knowledge of this installation: from the records in a checkout, from the generated file in a packed one. */
export function loadKnowledge(): Knowledge {
  loaded ??= compile(existsSync(VENDORS) ? sourcesOfCheckout() : generatedSources())
  return loaded
}

/** Asked for by several stages of one process; the same answer each time. */
let loaded: Knowledge | null = null

/** Written by `npm run build:knowledge` next to the packed code. */
export const GENERATED = new URL('../knowledge.json', import.meta.url)

function generatedSources(): Sources {
  const sources: Sources = JSON.parse(readFileSync(GENERATED, 'utf8'))
  return sources
}
