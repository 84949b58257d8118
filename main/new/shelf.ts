/** What `npm run new` knows of one shelf: a file here, and a line in `shelves.ts`. */
export interface Shelf {
  /** Its folder in `scanner/`. */
  readonly name: string
  readonly idForm: RegExp
  /** What an id of this shelf looks like, for the message when one does not. */
  readonly idExample: string
  /** What the code calls an item of this id. */
  nameOf(id: string): string
  files(item: NewItem): readonly NewFile[]
  /** `null` where the shelf is its folder. */
  readonly list: ListPlace | null
  /** What is left for a person to do, a sentence each. */
  next(item: NewItem): readonly string[]
}

export interface NewItem {
  /** As typed; the name of the files. */
  readonly id: string
  readonly name: string
  /** ISO date. */
  readonly today: string
}

export interface NewFile {
  /** From the top of the checkout, with `/`. */
  readonly path: string
  readonly text: string
}

export type ListPlace = 'first' | 'last' | 'before-last'

export const SLUG = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/

/** `request-after-reject` as `requestAfterReject`. */
export function camelCase(id: string): string {
  return id.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase())
}
