import { resolve } from 'node:path'
import type { Knowledge } from './answers.ts'
import { compileTables } from './knowledge.ts'
import { known } from './load.ts'
import { readOwnKnowledge, withOwn } from './own-knowledge.ts'
import { ruledBy } from './ruled.ts'
import { userLists } from './user-lists.ts'

/** Our knowledge with the user's own on top: a folder or file as given with `--knowledge`. Throws `plan-invalid` over its faults. */
export async function loadKnowledgeWith(path: string): Promise<Knowledge> {
  const ours = known()
  const own = readOwnKnowledge(path, ours)
  const lists = await userLists(own.lists)
  const { tables, shelf } = withOwn(ours, own)
  const used = {
    path: resolve(path),
    vendors: own.records.length,
    categories: own.rulings.length,
    lists: lists.sizes,
  }
  return compileTables(tables, shelf, { ruled: ruledBy(own.rulings), lists, used })
}
