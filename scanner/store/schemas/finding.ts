import * as z from 'zod'
import type { Finding } from '../../model.ts'
import { consentState, severity } from './words.ts'

/** The answer of one rule, with the observations it rests on. */
export const finding = z.object({
  ruleId: z.string(),
  key: z.string(),
  outcome: z.enum(['fail', 'pass', 'unclear', 'not-applicable']),
  severity,
  title: z.string(),
  summary: z.string(),
  fix: z.string(),
  law: z.array(z.string()),
  state: consentState.nullable(),
  stepIds: z.array(z.string()),
  vendorId: z.string().nullable(),
  seen: z.object({ runs: z.int(), of: z.int() }),
  evidence: z.array(z.string()),
}) satisfies z.ZodType<Finding>
