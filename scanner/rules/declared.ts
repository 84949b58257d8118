import type { ObservationOf, Sighting } from '../model.ts'
import type { RuleContext } from './rule.ts'

/** What rules ask of the site's own declaration: which of its rows speaks of a thing on the device. */

export type Declaration = ObservationOf<'declaration'>

/** Rows that speak of this name, the most exact first. */
export function declarationBook(
  declarations: readonly Declaration[],
): (names: readonly string[]) => readonly Declaration[] {
  const exact = Map.groupBy(declarations, ({ name }) => name.toLowerCase())
  const patterns = declarations.flatMap((row) => {
    const pattern = patternOf(row.name)
    return pattern ? [{ row, pattern }] : []
  })
  return (names) => {
    const found = names.flatMap((name) => exact.get(name.toLowerCase()) ?? [])
    if (found.length > 0) return [...new Set(found)]
    return patterns.filter(({ pattern }) => names.some((name) => pattern.test(name))).map(({ row }) => row)
  }
}

/** Names a thing bears: as the knowledge calls it, and as it stood on the device. */
export function namesOf({ item, observations }: Sighting, context: RuleContext): readonly string[] {
  const names = observations.slice(0, 20).flatMap((id) => {
    const seen = context.observation(id)
    if (seen?.kind === 'cookie' || seen?.kind === 'cookie-write') return [seen.name]
    return seen?.kind === 'storage' || seen?.kind === 'storage-write' ? [seen.key] : []
  })
  return [...new Set([...names, item])]
}

/** `_ga_*`, `_ga_<id>`, `_hjSession_{site_id}`, `_gat_UA-XXXX-X`, `_pk_id.#`; `null` where nothing stands for anything. */
function patternOf(name: string): RegExp | null {
  const marked = name
    .replace(/<[^<>]*>|\[[^[\]]*\]|\{[^{}]*\}|\([^()]*\)|\*+|#+|(?:\.\.\.|…)$/g, OPEN)
    .replace(/X{3,}(?:-X+)*|x{4,}(?:-x+)*/g, OPEN)
  if (!marked.includes(OPEN) || marked.replaceAll(OPEN, '').length < 2) return null
  const parts = marked.split(OPEN).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  return new RegExp(`^${parts.join('.*')}$`, 'i')
}

/** No name holds it. */
const OPEN = '\u0000'
