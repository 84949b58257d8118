import * as z from 'zod'
import type { Sighting } from '../../model.ts'
import { category, consentState, fate, moment, party, run } from './words.ts'

/** One item of one vendor on one step, classified. */
export const sighting = z.object({
  vendorId: z.string().nullable(),
  name: z.string(),
  category,
  disputed: z.boolean(),
  purpose: z.enum(['load', 'collect', 'content', 'consent', 'form']).nullable(),
  layer: z.enum([
    'endpoint',
    'page-mark',
    'storage-name',
    'host',
    'cookie-facts',
    'owner',
    'site',
    'behaviour',
    'none',
  ]),
  source: z.string(),
  confidence: z.enum(['certain', 'probable', 'indicative']),
  id: z.string(),
  run,
  state: moment,
  journey: consentState,
  stepId: z.string(),
  kind: z.enum(['request', 'cookie-write', 'cookie', 'storage-write', 'storage', 'page-marks']),
  item: z.string(),
  host: z.string(),
  party,
  identifier: z.boolean(),
  lifetimeDays: z.number().nullable(),
  fates: z.array(fate),
  // Not in scans of before there were lists.
  lists: z.array(z.string()).default([]),
  observations: z.array(z.string()),
}) satisfies z.ZodType<Sighting>
