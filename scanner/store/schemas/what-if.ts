import * as z from 'zod'
import type { WhatIf } from '../../model.ts'
import { category } from './words.ts'

const item = z.object({
  vendorId: z.string().nullable(),
  name: z.string(),
  category,
  kind: z.enum(['request', 'cookie-write', 'cookie', 'storage-write', 'storage', 'page-marks']),
  item: z.string(),
  stepIds: z.array(z.string()),
  observations: z.array(z.string()),
})

/** What holding vendors back did to an accepted visit. */
export const whatIf = z.object({
  held: z.array(z.object({ vendor: z.string(), name: z.string() })),
  gone: z.array(item),
  leaks: z.array(item),
  broken: z.array(item),
  stepsLost: z.array(z.string()),
}) satisfies z.ZodType<WhatIf>
