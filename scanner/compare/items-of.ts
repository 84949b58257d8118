import type { Assessment, Category, ConsentState, CookieTrait, ItemChange, Sighting } from '../model.ts'
import { isProven } from '../states.ts'
import { steadyName } from '../words.ts'
import { COOKIE_TRAITS, type CookieTraits } from './cookie-traits.ts'
import { rowKey, rowNameOf } from './row-key.ts'
import type { Sight } from './sight.ts'

/** A vendor, cookie, stored item or host in one state of one scan, on the pages that both scans saw. */
export interface Item {
  readonly what: ItemChange['what']
  readonly name: string
  readonly row: string
  readonly vendorId: string | null
  readonly vendorName: string
  readonly category: Category
  readonly state: ConsentState
  /** The longest seen; `null` for the session, and for what is no cookie. */
  lifetimeDays: number | null
  /** How many runs proved the state. */
  readonly runs: number
  /** Step id -> runs in which it was there. */
  readonly runsOn: Map<string, Set<number>>
  /** Of a cookie: every value seen. */
  readonly traits: Map<CookieTrait, Set<string>>
}

export function itemsOf(
  { sightings, states }: Assessment,
  sight: Sight,
  traits: CookieTraits | undefined,
): ReadonlyMap<string, Item> {
  const runs = new Map(states.map((each) => [each.state, each.proven.length]))
  const items = new Map<string, Item>()
  for (const sighting of sightings) {
    const { state, stepId, run, vendorId, category, lifetimeDays } = sighting
    if (state === 'choosing' || !sight.isShared(state, stepId) || !isProven(states, sighting)) continue
    for (const [what, name] of namesOf(sighting)) {
      const key = [what, name, vendorId ?? '', state].join('\n')
      const vendorName = rowNameOf(sighting)
      const row = rowKey({ vendorId, name: vendorName })
      const about = { what, name, row, vendorId, vendorName, category, state, lifetimeDays, runs: runs.get(state) ?? 1 }
      const known = items.get(key) ?? { ...about, runsOn: new Map(), traits: new Map() }
      items.set(key, known)
      if (lifetimeDays !== null) known.lifetimeDays = Math.max(known.lifetimeDays ?? 0, lifetimeDays)
      put(known.runsOn, stepId, run)
      if (what === 'cookie' && traits) addTraits(known, sighting, traits)
    }
  }
  return items
}

function addTraits({ traits: known }: Item, { observations }: Sighting, traits: CookieTraits): void {
  for (const id of observations) {
    const said = traits.get(id)
    if (said) for (const trait of COOKIE_TRAITS) put(known, trait, said[trait])
  }
}

function put<K, V>(map: Map<K, Set<V>>, key: K, value: V): void {
  const known = map.get(key)
  if (known) known.add(value)
  else map.set(key, new Set([value]))
}

function namesOf({
  kind,
  name,
  vendorId,
  item,
  host,
  party,
}: Sighting): readonly (readonly [ItemChange['what'], string])[] {
  const vendor = vendorId === null ? [] : [['vendor', name] as const]
  switch (kind) {
    case 'request':
      return party === 'first' ? vendor : [...vendor, ['host', steadyName(host)]]
    case 'cookie':
    case 'cookie-write':
      return [...vendor, ['cookie', steadyName(item)]]
    case 'storage':
    case 'storage-write':
      return [...vendor, ['storage', steadyName(item)]]
    default:
      return vendor
  }
}
