import * as z from 'zod'

/** What tells whether a page works. */

export const pageErrors = z.object({
  kind: z.literal('page-errors'),
  errors: z.array(
    z.object({
      how: z.enum(['thrown', 'rejected', 'logged']),
      text: z.string(),
      url: z.string().nullable(),
      line: z.int().nullable(),
      count: z.int(),
      at: z.number(),
    }),
  ),
  isCut: z.boolean(),
})

export const players = z.object({
  kind: z.literal('players'),
  players: z.array(z.object({ page: z.string(), source: z.string(), hasMedia: z.boolean(), played: z.boolean() })),
  isCut: z.boolean(),
})
