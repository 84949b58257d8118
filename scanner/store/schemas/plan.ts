import * as z from 'zod'
import type { Plan } from '../../model.ts'
import { consentState, goal, stepRole, textByName, thirdPartyCookies, viewport } from './words.ts'

const target = z.union([z.object({ role: z.string(), name: z.string() }), z.object({ selector: z.string() })])
const isGiven = target.nullable().default(null)

const go = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('url'), url: z.string() }),
  z.object({ kind: z.literal('click'), target }),
  z.object({ kind: z.literal('submit'), target }),
])

const canaryPart = z.enum(['email', 'phone', 'first-name', 'last-name', 'name'])
const fill = z.object({ field: target, with: z.union([canaryPart, z.object({ text: z.string() })]) })

// What has a default is not in scans of before there was such a key.
const step = z.object({
  id: z.string(),
  label: z.string(),
  role: stepRole,
  go,
  goal: goal.nullable(),
  fill: z.array(fill).default([]),
})

const access = z.object({
  hostMap: textByName,
  certificates: z.object({ acceptInvalid: z.boolean(), trust: z.string().nullable() }),
  thirdPartyCookies,
  basicAuth: z.object({ username: z.string(), password: z.string() }).nullable().default(null),
  headers: textByName.default({}),
  proxy: z.string().nullable().default(null),
})

const shape = z.object({
  name: z.string(),
  site: z.string(),
  steps: z.array(step),
  states: z.array(consentState),
  runs: z.int(),
  jurisdiction: z.string(),
  jurisdictions: z.array(z.string()).default([]),
  locale: z.string(),
  timeZone: z.string().nullable().default(null),
  viewport,
  scroll: z.boolean().default(false),
  consent: z
    .object({ accept: isGiven, reject: isGiven, open: isGiven, save: isGiven, withdraw: isGiven, close: isGiven })
    .prefault({}),
  clickIds: z.array(z.string()).default([]),
  policies: z.array(z.string()).default([]),
  gate: z.object({ vendors: z.array(z.string()) }).default({ vendors: [] }),
  safety: z.object({ submitForms: z.enum(['never', 'canary']) }).default({ submitForms: 'never' }),
  lookups: z
    .object({ cnames: z.boolean(), exitIpFrom: z.string().nullable() })
    .default({ cnames: false, exitIpFrom: null }),
  access,
  limits: z.object({
    settleMs: z.number(),
    stepTimeoutMs: z.number(),
    settle: z.enum(['quiet', 'virtual']).default('quiet'),
  }),
  values: z.enum(['hashed', 'raw']),
  knowledge: z.string().nullable().default(null),
})

/** `plan.json`: the plan as it was carried out, every default filled in and every address absolute. */
export const recordedPlan = shape.transform((plan) => ({
  ...plan,
  jurisdictions: plan.jurisdictions.length > 0 ? plan.jurisdictions : [plan.jurisdiction],
})) satisfies z.ZodType<Plan>
