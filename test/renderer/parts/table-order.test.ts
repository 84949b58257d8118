import { expect, test } from 'vitest'
import { nextOrder, orderIn, orderText, type TableOrder } from '../../../renderer/parts/table-order.ts'

const FIRST = { by: 'at', isDescending: false } as const
const IDS = ['at', 'title'] as const
type Id = (typeof IDS)[number]

for (const [name, now, by, next] of [
  ['another column is sorted upwards', FIRST, 'title', { by: 'title', isDescending: false }],
  ['once more, downwards', { by: 'title', isDescending: false }, 'title', { by: 'title', isDescending: true }],
  ['a third time, as it was', { by: 'title', isDescending: true }, 'title', null],
  ['what it begins with is turned at once', FIRST, 'at', { by: 'at', isDescending: true }],
  ['and back', { by: 'at', isDescending: true }, 'at', null],
  ['from another column to what it begins with', { by: 'title', isDescending: true }, 'at', null],
] as const)
  test(name, () => expect(nextOrder<Id>(now as TableOrder<Id>, by, FIRST)).toEqual(next))

for (const [text, order] of [
  ['title', { by: 'title', isDescending: false }],
  ['title.down', { by: 'title', isDescending: true }],
  ['nothing.down', null],
  ['', null],
  [null, null],
] as const)
  test(`the address ${text} asks for ${order === null ? 'nothing' : orderText(order)}`, () =>
    expect(orderIn(text, IDS)).toEqual(order))
