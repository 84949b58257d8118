import * as z from 'zod'
import { address, hostMap, site } from './addresses.ts'
import { line, oneOf, section, text } from './checks.ts'
import { found, quoted } from './words.ts'

/** The consent states a plan may ask for in this version. */
const plannableStates = ['no-choice', 'rejected', 'accepted'] as const

const id = text(
  /^[a-z0-9][a-z0-9_-]{0,63}$/,
  'an id of lower-case letters, digits, "-" and "_", such as "opt-in" (it becomes a file name)',
)

const click = z.union([section({ role: line, name: line }), section({ selector: line })])

const step = section({
  id,
  label: line.optional(),
  role: oneOf(['landing', 'opt-in', 'thank-you', 'sales', 'checkout', 'upsell', 'page']).default('page'),
  go: z.union([section({ url: address }), section({ click })]),
  goal: oneOf(['opt-in', 'page-visit', 'purchase']).nullable().default(null),
}).describe('A page of the funnel, and how the visitor comes to it: by address, or by a click on the page before.')

const steps = z
  .array(step)
  .min(1, { error: 'no step; a plan visits at least one page' })
  .superRefine((list, context) => {
    const [first] = list
    const message = 'the first step has no page to click on yet; give it an address: go: { url: / }'
    if (first && 'click' in first.go) context.addIssue({ code: 'custom', path: [0, 'go'], message })
    for (const [index, each] of repeated(list, (other) => other.id))
      context.addIssue({
        code: 'custom',
        path: [index, 'id'],
        message: `id ${quoted(each.id)} is taken by an earlier step`,
      })
  })

const states = z
  .array(oneOf(plannableStates))
  .min(1, { error: 'no state; leave the key out to scan all three' })
  .superRefine((list, context) => {
    for (const [index, state] of repeated(list, String))
      context.addIssue({ code: 'custom', path: [index], message: `${quoted(state)} is listed twice` })
  })
  .describe('What the visitor chooses; each in a browser context of its own.')

/** The items, with their places, whose key an earlier item has already. */
function repeated<T>(list: readonly T[], key: (item: T) => string): readonly (readonly [number, T])[] {
  const keys = list.map(key)
  return [...list.entries()].filter(([index]) => keys.indexOf(keys[index] ?? '') < index)
}

const locale = z
  .string()
  .refine(isLocale, { error: ({ input }) => `${found(input)} is no language tag; write one such as en-GB or de` })

function isLocale(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1
  } catch {
    return false
  }
}

const certificates = section({
  acceptInvalid: z.boolean().default(false),
  trust: line.nullable().default(null).describe('PEM file of a certificate authority, relative to the plan file.'),
}).refine(({ acceptInvalid, trust }) => !acceptInvalid || trust === null, {
  error: 'acceptInvalid and trust exclude each other; keep one',
})

const limits = section({
  settleMs: z.int().min(50).max(60_000).default(1100).describe('A page is quiet after this long without traffic.'),
  stepTimeoutMs: z.int().min(1000).max(600_000).default(30_000).describe('A step ends after this long at the latest.'),
}).refine(({ settleMs, stepTimeoutMs }) => settleMs < stepTimeoutMs, {
  error: 'settleMs must be shorter than stepTimeoutMs',
})

const side = z.int().min(200).max(8192)

/** The plan file as people write it. Strict: a key it does not know is a mistake, not a silent nothing. */
export const planFile = section({
  name: line,
  site: site.describe('Origin of the funnel; relative addresses of steps are resolved against it.'),
  steps,
  states: states.default([...plannableStates]),
  runs: z.int().min(1).max(50).default(1).describe('How often each state is repeated.'),
  jurisdiction: text(/^[a-z0-9][a-z0-9-]*$/, 'a jurisdiction id such as "eu"').default('eu'),
  locale: locale.default('en-GB'),
  viewport: section({ width: side, height: side }).default({ width: 1280, height: 900 }),
  access: section({
    hostMap: hostMap.default({}).describe('Host name or * -> host:port, to reach a staging server.'),
    certificates: certificates.prefault({}),
    thirdPartyCookies: oneOf(['allow', 'block']).default('allow'),
  }).prefault({}),
  limits: limits.prefault({}),
  values: oneOf(['hashed', 'raw'])
    .default('hashed')
    .describe('Whether values of cookies and storage are kept as salted hashes or as they are.'),
  knowledge: line
    .nullable()
    .default(null)
    .describe('Your own vendor records, categories and lists: a folder or file, relative to the plan file.'),
})

export type PlanFile = z.input<typeof planFile>
export type ReadPlanFile = z.output<typeof planFile>
