import * as z from 'zod'
import type { Plan } from '../../model.ts'
import { consentState, goal, stepRole, textByName, thirdPartyCookies, viewport } from './words.ts'

const go = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('url'), url: z.string() }),
  z.object({
    kind: z.literal('click'),
    target: z.union([z.object({ role: z.string(), name: z.string() }), z.object({ selector: z.string() })]),
  }),
])

/** `plan.json`: the plan as it was carried out, every default filled in and every address absolute. */
export const recordedPlan = z.object({
  name: z.string(),
  site: z.string(),
  steps: z.array(z.object({ id: z.string(), label: z.string(), role: stepRole, go, goal: goal.nullable() })),
  states: z.array(consentState),
  runs: z.int(),
  jurisdiction: z.string(),
  locale: z.string(),
  viewport,
  access: z.object({
    hostMap: textByName,
    certificates: z.object({ acceptInvalid: z.boolean(), trust: z.string().nullable() }),
    thirdPartyCookies,
  }),
  limits: z.object({ settleMs: z.number(), stepTimeoutMs: z.number() }),
  values: z.enum(['hashed', 'raw']),
  // Not in scans of before there was such a key.
  knowledge: z.string().nullable().default(null),
}) satisfies z.ZodType<Plan>
