import { expect, test } from 'vitest'
import type { VendorSummary } from '../../../main/contract.ts'
import { vendorsInOrder } from '../../../main/service/vendor-order.ts'

const vendor = (id: string, given: Partial<VendorSummary> = {}): VendorSummary => ({
  id,
  name: id,
  category: 'marketing',
  kinds: [],
  summary: '',
  reviewed: '2026-01-01',
  isOwn: false,
  ...given,
})
const VENDORS = [
  vendor('b2', { category: 'analytics', reviewed: '2026-03-01' }),
  vendor('b10', { isOwn: true }),
  vendor('a', { category: 'analytics' }),
]

for (const [by, up, down] of [
  ['name', 'a b2 b10', 'b10 b2 a'],
  ['category', 'a b2 b10', 'b10 a b2'],
  ['own', 'b10 a b2', 'a b2 b10'],
  ['reviewed', 'a b10 b2', 'b2 a b10'],
] as const)
  test(`vendors by ${by}, up and down, and by name where that tells nothing apart`, () => {
    const inOrder = (isDescending: boolean): string =>
      vendorsInOrder(VENDORS, { by, isDescending })
        .map(({ id }) => id)
        .join(' ')
    expect([inOrder(false), inOrder(true)]).toEqual([up, down])
  })
