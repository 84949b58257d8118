import * as z from 'zod'
import type { MatrixRow } from '../../model.ts'
import { category, consentState, party } from './words.ts'

/** One vendor, and what was seen of it in every state on every step. */
export const matrixRow = z.object({
  vendorId: z.string().nullable(),
  name: z.string(),
  category,
  disputed: z.boolean(),
  party,
  longestLifetimeDays: z.number().nullable(),
  firstStepId: z.string(),
  cells: z.array(
    z.object({
      state: consentState,
      stepId: z.string(),
      mark: z.enum(['stored', 'sent', 'both', 'present', 'none', 'blocked', 'unseen']),
      alert: z.boolean(),
      observations: z.array(z.string()),
    }),
  ),
}) satisfies z.ZodType<MatrixRow>
