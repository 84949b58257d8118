/** By which column a table is sorted. */
export interface TableOrder<Id extends string = string> {
  readonly by: Id
  readonly isDescending: boolean
}

/** As it stands in an address: `title`, or `title.down`. Whatever else stands there asks for nothing. */
export function orderIn<Id extends string>(text: string | null, ids: readonly Id[]): TableOrder<Id> | null {
  const [name, turn] = (text ?? '').split('.')
  const by = ids.find((id) => id === name)
  return by === undefined ? null : { by, isDescending: turn === 'down' }
}

export function orderText({ by, isDescending }: TableOrder): string {
  return isDescending ? `${by}.down` : by
}

/** What the title of a column does: up, down, and back to how the table begins, for which `null` stands. */
export function nextOrder<Id extends string>(
  now: TableOrder<Id>,
  by: Id,
  first: TableOrder<Id>,
): TableOrder<Id> | null {
  const next = now.by !== by ? { by, isDescending: false } : now.isDescending ? first : { by, isDescending: true }
  return next.by === first.by && next.isDescending === first.isDescending ? null : next
}
