import type { VendorOrder, VendorSummary } from '../contract.ts'

/** Vendors as a table is sorted by: the column, and by name where that tells nothing apart. */
export function vendorsInOrder(
  vendors: readonly VendorSummary[],
  { by, isDescending }: VendorOrder,
): readonly VendorSummary[] {
  const turn = isDescending ? -1 : 1
  return vendors.toSorted(
    (a, b) => turn * inWords.compare(wordOf(a, by), wordOf(b, by)) || inWords.compare(a.name, b.name),
  )
}

const inWords = new Intl.Collator('en', { numeric: true })

function wordOf(vendor: VendorSummary, by: VendorOrder['by']): string {
  if (by === 'kinds') return vendor.kinds.join(', ')
  // The user's own first: there are few of them.
  if (by === 'own') return vendor.isOwn ? '0' : '1'
  return vendor[by]
}
