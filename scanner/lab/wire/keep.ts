import type { StorageTruth, StoreAct } from '../model.ts'
import type { Place, Walk } from '../walk.ts'

/** Puts one item into the visitor's terminal; only web storage tells of each write. */
export function keep(
  walk: Walk,
  { area, key, entries, write }: Pick<StorageTruth, 'area' | 'key' | 'entries'> & Pick<StoreAct, 'write'>,
  { document, vendor }: Place,
): void {
  const item: StorageTruth = { area, origin: document.origin, key, entries, vendor }
  const id = idOf(item)
  if (write === 'absent' && walk.visitor.storage.has(id)) return
  walk.visitor.storage.set(id, item)
  if (area === 'local' || area === 'session') walk.storageWritten.push({ ...item, effect: 'set' })
}

/** Takes one item out, or with `null` all of the area. */
export function forget(walk: Walk, area: 'local' | 'session', key: string | null, { document }: Place): void {
  const gone = [...walk.visitor.storage.values()].filter(
    (item) => item.area === area && item.origin === document.origin && (key === null || item.key === key),
  )
  for (const item of gone) {
    walk.visitor.storage.delete(idOf(item))
    walk.storageWritten.push({ ...item, effect: 'deleted' })
  }
}

function idOf({ area, origin, key }: StorageTruth): string {
  return `${area} ${origin} ${key}`
}
