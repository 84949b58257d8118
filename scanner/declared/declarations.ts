import type { DeclarationFact } from '../model.ts'
import type { PageLists } from './in-page.ts'
import { declaredByOneTrust, declaredByUsercentrics } from './platform-lists.ts'
import { declaredInTables, type Declared } from './tables.ts'

/** Everything a page declares, each thing once; a platform's own list comes before the page's words. */
export function declarationsOf(lists: PageLists): readonly DeclarationFact[] {
  const sources: readonly (readonly [DeclarationFact['list'], readonly Declared[]])[] = [
    ['onetrust', declaredByOneTrust(lists.oneTrust)],
    ['usercentrics', declaredByUsercentrics(lists.usercentrics)],
    ['cookiebot', declaredInTables(lists.cookiebot)],
    ['page', declaredInTables(lists.tables)],
  ]
  const found = new Map<string, DeclarationFact>()
  for (const [list, all] of sources) {
    for (const each of all) {
      const key = [list, each.name, each.provider, each.category, each.lifetimeText].join('\n')
      if (!found.has(key)) found.set(key, { kind: 'declaration', source: lists.url, list, ...each })
    }
  }
  return [...found.values()].slice(0, MOST)
}

/** The longest lists of real sites have some hundreds. */
const MOST = 5000
