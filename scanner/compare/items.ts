import type { Assessment, Category, ConsentState, ItemChange, Sighting } from '../model.ts'
import { CONSENT_STATES, isProven } from '../states.ts'
import { lifetime, steadyName } from '../words.ts'
import { sees } from './sight.ts'

/** Vendors, cookies, stored items and hosts that are on a page of one scan and not of the other, where both could see. */
export function changedItems(before: Assessment, after: Assessment): readonly ItemChange[] {
  const isShared = sharedCells(before, after)
  const then = itemsOf(before, isShared)
  const now = itemsOf(after, isShared)
  const order = after.steps.map(({ id }) => id)
  return [...new Set([...now.keys(), ...then.keys()])].flatMap((key) => {
    const [old, fresh] = [then.get(key), now.get(key)]
    const some = fresh ?? old
    if (!some) return []
    const { what, name, vendorId, category, state } = some
    const about = { what, name, vendorId, category, state }
    const on = (here: Item | undefined, there: Item | undefined) =>
      order.filter((id) => here?.runsOn.has(id) && !there?.runsOn.has(id))
    const change = (kind: 'new' | 'gone', here: Item | undefined, there: Item | undefined): readonly ItemChange[] => {
      const ids = on(here, there)
      const isSteady = (id: string): boolean => here?.runsOn.get(id)?.size === here?.runs
      return [
        ...listedChange({ ...about, change: kind, because: '' }, ids.filter(isSteady)),
        ...listedChange(
          { ...about, change: 'flapping', because: '' },
          ids.filter((id) => !isSteady(id)),
        ),
      ]
    }
    return [
      ...change('new', fresh, old),
      ...change('gone', old, fresh),
      ...recategorised(about, old, fresh, order),
      ...relived(about, old, fresh, order),
    ]
  })
}

function listedChange(change: Omit<ItemChange, 'stepIds'>, stepIds: readonly string[]): readonly ItemChange[] {
  return stepIds.length === 0 ? [] : [{ ...change, stepIds }]
}

function recategorised(
  about: Pick<ItemChange, 'what' | 'name' | 'vendorId' | 'category' | 'state'>,
  old: Item | undefined,
  fresh: Item | undefined,
  order: readonly string[],
): readonly ItemChange[] {
  if (!old || !fresh || old.category === fresh.category) return []
  const because = `It was ${old.category} and is ${fresh.category}.`
  return [{ ...about, change: 'changed', because, stepIds: order.filter((id) => fresh.runsOn.has(id)) }]
}

/** A cookie that lives longer or shorter, by more than the time between its writing and the end of a step. */
function relived(
  about: Pick<ItemChange, 'what' | 'name' | 'vendorId' | 'category' | 'state'>,
  old: Item | undefined,
  fresh: Item | undefined,
  order: readonly string[],
): readonly ItemChange[] {
  if (about.what !== 'cookie' || !old || !fresh) return []
  const [before, now] = [old.lifetimeDays, fresh.lifetimeDays]
  if (before === now) return []
  if (before !== null && now !== null && Math.abs(before - now) <= Math.max(ALIKE_DAYS, before * ALIKE_SHARE)) return []
  const long = (days: number | null): string => (days === null ? 'for the session' : lifetime(days))
  const because = `It lived ${long(before)} and lives ${long(now)}.`
  return [{ ...about, change: 'changed', because, stepIds: order.filter((id) => fresh.runsOn.has(id)) }]
}

const ALIKE_DAYS = 0.5
const ALIKE_SHARE = 0.02

interface Item {
  readonly what: ItemChange['what']
  readonly name: string
  readonly vendorId: string | null
  readonly category: Category
  readonly state: ConsentState
  /** The longest seen; `null` for the session, and for what is no cookie. */
  lifetimeDays: number | null
  /** How many runs proved the state. */
  readonly runs: number
  /** Step id -> runs in which it was there. */
  readonly runsOn: Map<string, Set<number>>
}

function itemsOf({ sightings, states }: Assessment, isShared: (cell: string) => boolean): ReadonlyMap<string, Item> {
  const runs = new Map(states.map((each) => [each.state, each.proven.length]))
  const items = new Map<string, Item>()
  for (const sighting of sightings) {
    const { state, stepId, run, vendorId, category, lifetimeDays } = sighting
    if (state === 'choosing' || !isShared(cellKey(state, stepId)) || !isProven(states, sighting)) continue
    for (const [what, name] of namesOf(sighting)) {
      const key = [what, name, vendorId ?? '', state].join('\n')
      const known = items.get(key) ?? {
        what,
        name,
        vendorId,
        category,
        state,
        lifetimeDays,
        runs: runs.get(state) ?? 1,
        runsOn: new Map(),
      }
      items.set(key, known)
      if (lifetimeDays !== null) known.lifetimeDays = Math.max(known.lifetimeDays ?? 0, lifetimeDays)
      const on = known.runsOn.get(stepId)
      if (on) on.add(run)
      else known.runsOn.set(stepId, new Set([run]))
    }
  }
  return items
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

function sharedCells(before: Assessment, after: Assessment): (cell: string) => boolean {
  const shared = new Set(
    CONSENT_STATES.flatMap((state) =>
      after.steps
        .filter(({ id }) => sees(before, state, id) && sees(after, state, id))
        .map(({ id }) => cellKey(state, id)),
    ),
  )
  return (cell) => shared.has(cell)
}

function cellKey(state: ConsentState, stepId: string): string {
  return `${state} ${stepId}`
}
