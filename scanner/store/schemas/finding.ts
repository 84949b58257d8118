import * as z from 'zod'
import type { Finding, LegalReading } from '../../model.ts'
import { consentState, severity } from './words.ts'

const outcome = z.enum(['fail', 'pass', 'unclear', 'not-applicable'])

const reading = z.object({
  jurisdiction: z.string(),
  reading: z.enum(['settled', 'strict', 'tolerant']),
  counts: z.boolean(),
  outcome,
  severity,
  law: z.array(z.string()),
  note: z.string(),
}) satisfies z.ZodType<LegalReading>

/** The answer of one rule, with the observations it rests on. */
export const finding = z.object({
  ruleId: z.string(),
  key: z.string(),
  outcome,
  severity,
  title: z.string(),
  summary: z.string(),
  fix: z.string(),
  law: z.array(z.string()),
  state: consentState.nullable(),
  stepIds: z.array(z.string()),
  vendorId: z.string().nullable(),
  seen: z.object({ runs: z.int(), of: z.int() }),
  // Not in scans of before there were such keys.
  stability: z.enum(['stable', 'intermittent', 'unrepeated']).default('unrepeated'),
  evidence: z.array(z.string()),
  readings: z.array(reading).default([]),
}) satisfies z.ZodType<Finding>
