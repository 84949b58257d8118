import type { Page } from '../contract.ts'

/** The wanted part of a list; only that part is made into what is shown. */
export function pageOf<T, V>(
  all: readonly T[],
  { offset, limit }: { readonly offset: number; readonly limit: number },
  view: (item: T) => V,
): Page<V> {
  return { total: all.length, offset, items: all.slice(offset, offset + limit).map(view) }
}
