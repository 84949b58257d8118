/** Which of the rows that are drawn shows which row of the table: a row that comes into sight takes the place of one that
 *  has left it, so that scrolling changes texts and makes no elements. */
export type RowSlots = ReadonlyMap<number, number>

export function slotsFor(indexes: readonly number[], before: RowSlots): RowSlots {
  const wanted = new Set(indexes)
  const kept = new Map([...before].filter(([index]) => wanted.has(index)))
  const taken = new Set(kept.values())
  let free = 0
  const nextFree = (): number => {
    while (taken.has(free)) free += 1
    taken.add(free)
    return free
  }
  return new Map(indexes.map((index) => [index, kept.get(index) ?? nextFree()]))
}
