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

const error = z.object({
  how: z.enum(['thrown', 'rejected', 'logged']),
  text: z.string(),
  url: z.string().nullable(),
  line: z.int().nullable(),
  stepIds: z.array(z.string()),
  observations: z.array(z.string()),
})

const player = z.object({
  page: z.string(),
  source: z.string(),
  stepId: z.string(),
  was: z.enum(['ready', 'playing']),
  is: z.enum(['missing', 'ready']),
  observations: z.array(z.string()),
})

/** What holding vendors back did to an accepted visit. */
export const whatIf = z.object({
  held: z.array(z.object({ vendor: z.string(), name: z.string() })),
  gone: z.array(item),
  leaks: z.array(item),
  broken: z.array(item),
  stepsLost: z.array(z.string()),
  forms: z.object({ sent: z.array(z.string()), lost: z.array(z.string()) }),
  errors: z.array(error).nullable(),
  players: z.object({ seen: z.int(), lost: z.array(player) }).nullable(),
  embeds: z.array(item),
  without: z.array(z.object({ by: item, stored: z.array(item) })),
}) satisfies z.ZodType<WhatIf>
