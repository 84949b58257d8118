import * as z from 'zod'
import { category } from './words.ts'

/** One row of what the site declares. */
export const declaration = z.object({
  kind: z.literal('declaration'),
  source: z.string(),
  list: z.enum(['page', 'onetrust', 'cookiebot', 'usercentrics']),
  name: z.string(),
  provider: z.string().nullable(),
  categoryText: z.string().nullable(),
  category: category.nullable(),
  lifetimeText: z.string().nullable(),
  days: z.number().nullable(),
})
