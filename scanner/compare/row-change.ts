import type { CellChange, ComparedCell } from '../model.ts'
import { isThere } from './cell-content.ts'

/**
 * What a vendor's cells come to. It is `new` when the earlier scan saw it nowhere here, and `gone` only when the later one
 * saw it nowhere and could have seen every page it was on: what was not looked at is not gone.
 */
export function rowChange(cells: readonly Pick<ComparedCell, 'change' | 'before' | 'after'>[]): CellChange {
  const there = cells.filter(({ before, after }) => isThere(before) || isThere(after))
  if (there.length === 0) return cells.every(({ change }) => change === 'not-compared') ? 'not-compared' : 'none'
  const has = (...changes: readonly CellChange[]): boolean => there.some(({ change }) => changes.includes(change))
  if (!has('new', 'gone', 'changed', 'flapping', 'same')) return 'not-compared'
  if (has('new') && !there.some(({ before }) => isThere(before))) return 'new'
  if (has('gone') && !has('not-compared') && !there.some(({ after }) => isThere(after))) return 'gone'
  if (has('new', 'gone', 'changed')) return 'changed'
  return has('flapping') ? 'flapping' : 'same'
}
