import type { Knowledge } from './answers.ts'
import { readGenerated, type Generated } from './generated.ts'
import { compileTables } from './knowledge.ts'
import { generatedFile, isCheckout } from './places.ts'
import { shelfOf } from './shelf.ts'
import { sourcesOfCheckout } from './sources.ts'
import { stampOfCheckout } from './stamp.ts'

/** The knowledge of this installation; the same answer each time, for several stages of one process ask. */
export function loadKnowledge(): Knowledge {
  loaded ??= fresh()
  return loaded
}

let loaded: Knowledge | null = null

function fresh(): Knowledge {
  const { tables, shelf } = known()
  return compileTables(tables, shelf)
}

/** The generated file while it is fresh; else, in a checkout, what it would be generated from, which takes longer. */
export function known(): Generated {
  const stamp = isCheckout() ? stampOfCheckout() : null
  const generated = readGenerated(generatedFile(), stamp)
  if (generated) return generated
  const sources = sourcesOfCheckout()
  return { tables: sources, shelf: shelfOf(sources.records) }
}
