import type { Hit } from '../../../scanner/knowledge/search.ts'

/** One line per vendor: its id, its name, and what matched. */
export function hitsText(hits: readonly Hit[], words: string): string {
  if (hits.length === 0) return `Nothing is called "${words}", has such a host or stores such an item.\n`
  const vendors = [...Map.groupBy(hits, ({ vendorId }) => vendorId)]
  const width = Math.max(...vendors.map(([id]) => id.length))
  const lines = vendors.map(([id, same]) => `${id.padEnd(width)}  ${same[0]?.name ?? ''}: ${shown(same)}`)
  return `${lines.join('\n')}\n`
}

const MOST = 6

function shown(hits: readonly Hit[]): string {
  const names = hits.slice(0, MOST).map(({ what }) => what)
  return hits.length > MOST ? `${names.join(', ')} and ${hits.length - MOST} more` : names.join(', ')
}
