import * as z from 'zod'
import { hostCategory } from './vendor-shapes.ts'

/** A category that the user has decided upon, for a vendor or for one fact of it, against what we say. */
export const ruling = z.strictObject({
  /** As in `tagtrail knowledge show`: `hotjar`, `hotjar#storage:_hjid`, `hotjar#endpoint:library`, `hotjar#host:*.hotjar.com`. */
  of: z.string().min(1).max(300),
  category: hostCategory,
  because: z.string().min(3).max(300),
})

export type Ruling = z.infer<typeof ruling>

export const rulings = z.strictObject({
  $schema: z.string().optional(),
  schema: z.literal(1),
  categories: z.array(ruling).min(1),
})

export function vendorOf({ of }: Ruling): string {
  return of.split('#')[0] ?? of
}
