import type { Observation, ObservationOf } from '../model.ts'
import { placeKey } from './requests-seen.ts'

type Write = ObservationOf<'cookie-write'> | ObservationOf<'storage-write'>
type Kept = ObservationOf<'cookie'> | ObservationOf<'storage'>

/** Finds the write that left what a step ended with: the last one of the same visitor before it. */
export function writesSeen(observations: readonly Observation[]): (kept: Kept) => Write | null {
  const byItem = new Map<string, Write[]>()
  for (const seen of observations) {
    if ((seen.kind !== 'cookie-write' && seen.kind !== 'storage-write') || seen.effect !== 'set') continue
    const key = placeKey(seen, itemOf(seen))
    const known = byItem.get(key)
    if (known) known.push(seen)
    else byItem.set(key, [seen])
  }
  for (const writes of byItem.values()) writes.sort((a, b) => a.at - b.at)
  return (kept) => byItem.get(placeKey(kept, itemOf(kept)))?.findLast(({ at }) => at <= kept.at) ?? null
}

function itemOf(seen: Write | Kept): string {
  if (seen.kind === 'storage' || seen.kind === 'storage-write') return `${seen.area} ${seen.origin} ${seen.key}`
  const { name, domain, path, partitionKey } = seen
  return JSON.stringify([name, domain, path, partitionKey])
}
