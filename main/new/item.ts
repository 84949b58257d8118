import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { format, resolveConfig } from 'prettier'
import { withItem } from './list.ts'
import type { NewFile, NewItem, Shelf } from './shelf.ts'
import { shelves } from './shelves.ts'

export interface ItemWish {
  readonly shelf: string
  readonly id: string
  /** ISO date. */
  readonly today: string
}

export interface PlannedItem {
  /** New ones, and the list with its new line. */
  readonly files: readonly NewFile[]
  readonly next: readonly string[]
}

/** There is no such shelf, the id has another form, or the item is there already; the message says what to do. */
export class NotNew extends Error {}

/** Everything that has to be written for a new item, formatted. Writes nothing. Throws `NotNew`. */
export async function newItem(root: string, wish: ItemWish): Promise<PlannedItem> {
  const shelf = shelves.find(({ name }) => name === wish.shelf || name === `${wish.shelf}s`)
  if (!shelf)
    throw new NotNew(`there is no shelf "${wish.shelf}"; there are ${shelves.map(({ name }) => name).join(', ')}`)
  if (!shelf.idForm.test(wish.id))
    throw new NotNew(`"${wish.id}" is no id for ${shelf.name}; write one such as ${shelf.idExample}`)
  const item: NewItem = { ...wish, name: shelf.nameOf(wish.id) }
  const files = shelf.files(item)
  const standing = files.find(({ path }) => existsSync(join(root, path)))
  if (standing) throw new NotNew(`${standing.path} is there already; edit it, or choose another id`)
  return {
    files: await Promise.all([...files, ...changedList(root, shelf, item)].map((file) => formatted(root, file))),
    next: [...shelf.next(item), 'When it says what you mean: npm run check && npm test'],
  }
}

function changedList(root: string, { name: folder, list }: Shelf, { id, name }: NewItem): readonly NewFile[] {
  if (list === null) return []
  const path = `scanner/${folder}/index.ts`
  return [{ path, text: withItem(readFileSync(join(root, path), 'utf8'), { id, name, place: list }) }]
}

async function formatted(root: string, { path, text }: NewFile): Promise<NewFile> {
  const filepath = join(root, path)
  return { path, text: await format(text, { ...(await resolveConfig(filepath)), filepath }) }
}
