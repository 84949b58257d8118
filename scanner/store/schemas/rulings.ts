import * as z from 'zod'
import type { Decision, FindingRuling } from '../../model.ts'
import { utc } from './words.ts'

export const RULINGS_VERSION = 1

export const decision = z.enum([
  'compliant',
  'not-compliant',
  'to-be-decided',
  'accepted-risk',
]) satisfies z.ZodType<Decision>

/** `2027-03-31`. */
export const day = z.iso.date()

const ruling = z.object({
  site: z.string(),
  about: z.string(),
  decision: decision.nullable(),
  until: day.nullable(),
  comment: z.string(),
  by: z.string(),
  at: utc,
}) satisfies z.ZodType<FindingRuling>

/** `rulings.json` in the user's data folder: every decision ever made, the last word of each key counts. */
export const rulings = z.object({ schemaVersion: z.literal(RULINGS_VERSION), rulings: z.array(ruling) })

export type RulingsContent = z.infer<typeof rulings>
