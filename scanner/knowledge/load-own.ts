import type { Knowledge } from './answers.ts'
import { compileTables } from './knowledge.ts'
import { known } from './load.ts'
import { readOwnKnowledge, withOwn } from './own-knowledge.ts'
import { ruledBy } from './ruled.ts'

/** Our knowledge with the user's own on top: a folder or file as given with `--knowledge`. Throws `plan-invalid` over its faults. */
export function loadKnowledgeWith(path: string): Knowledge {
  const ours = known()
  const own = readOwnKnowledge(path, ours)
  const { tables, shelf } = withOwn(ours, own)
  return compileTables(tables, shelf, ruledBy(own.rulings))
}
