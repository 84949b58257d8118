import type { Assessment, ItemChange, ItemWhy } from '../model.ts'
import type { Sight } from './sight.ts'
import { COOKIE_TRAITS, type CookieTraits } from './cookie-traits.ts'
import { itemsOf, type Item } from './items-of.ts'

/**
 * Vendors, cookies, stored items and hosts that are on a page of one scan and not of the other, where both could see.
 * With `traits`, those of the cookies in each scan, also cookies that are made otherwise.
 */
export function changedItems(
  before: Assessment,
  after: Assessment,
  { sight, traits }: { readonly sight: Sight; readonly traits: readonly [CookieTraits, CookieTraits] | null },
): readonly ItemChange[] {
  const then = itemsOf(before, sight, traits?.[0])
  const now = itemsOf(after, sight, traits?.[1])
  const order = after.steps.map(({ id }) => id)
  return [...new Set([...now.keys(), ...then.keys()])].flatMap((key) => {
    const [old, fresh] = [then.get(key), now.get(key)]
    const some = fresh ?? old
    if (!some) return []
    const { what, name, row, vendorId, vendorName, category, state } = some
    const about = { what, name, row, vendorId, vendorName, category, state }
    const change = (kind: 'new' | 'gone', here: Item | undefined, there: Item | undefined): readonly ItemChange[] => {
      const other = kind === 'new' ? 'before' : 'after'
      const ids = order.filter((id) => here?.runsOn.has(id) && !there?.runsOn.has(id) && !sight.gap(other, state, id))
      const isSteady = (id: string): boolean => here?.runsOn.get(id)?.size === here?.runs
      const told = (as: ItemChange['change'], stepIds: readonly string[]): readonly ItemChange[] =>
        stepIds.length === 0 ? [] : [{ ...about, change: as, why: [], stepIds }]
      return [
        ...told(kind, ids.filter(isSteady)),
        ...told(
          'flapping',
          ids.filter((id) => !isSteady(id)),
        ),
      ]
    }
    const why = old && fresh ? [...recategorised(old, fresh), ...relived(old, fresh), ...retraited(old, fresh)] : []
    const stepIds = order.filter((id) => fresh?.runsOn.has(id))
    return [
      ...change('new', fresh, old),
      ...change('gone', old, fresh),
      ...(why.length > 0 ? [{ ...about, change: 'changed' as const, why, stepIds }] : []),
    ]
  })
}

function recategorised(old: Item, fresh: Item): readonly ItemWhy[] {
  return old.category === fresh.category ? [] : [{ kind: 'category', before: old.category, after: fresh.category }]
}

/** A cookie that lives longer or shorter, by more than the time between its writing and the end of a step. */
function relived(old: Item, fresh: Item): readonly ItemWhy[] {
  const [before, after] = [old.lifetimeDays, fresh.lifetimeDays]
  if (fresh.what !== 'cookie' || before === after) return []
  if (before !== null && after !== null && Math.abs(before - after) <= Math.max(ALIKE_DAYS, before * ALIKE_SHARE))
    return []
  return [{ kind: 'lifetime', before, after }]
}

const ALIKE_DAYS = 0.5
const ALIKE_SHARE = 0.02

/** Only what was one and the same all through each of the scans. */
function retraited(old: Item, fresh: Item): readonly ItemWhy[] {
  return COOKIE_TRAITS.flatMap((kind) => {
    const [before, ...otherBefore] = old.traits.get(kind) ?? []
    const [after, ...otherAfter] = fresh.traits.get(kind) ?? []
    if (before === undefined || after === undefined || otherBefore.length + otherAfter.length > 0) return []
    return before === after ? [] : [{ kind, before, after }]
  })
}
