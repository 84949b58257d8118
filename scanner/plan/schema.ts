import * as z from 'zod'
import { access } from './access.ts'
import { address, site } from './addresses.ts'
import { distinct, line, oneOf, section, text } from './checks.ts'
import { states } from './states.ts'
import { steps, target } from './steps.ts'
import { found } from './words.ts'
import { told } from '../said.ts'

const locale = z.string().refine((tag) => isKnown(() => Intl.getCanonicalLocales(tag)), {
  error: ({ input }) => told`${found(input)} is no language tag; write one such as en-GB or de`,
})

const timeZone = z.string().refine((name) => isKnown(() => Intl.DateTimeFormat('en', { timeZone: name })), {
  error: ({ input }) => told`${found(input)} is no time zone; write one such as Europe/Berlin`,
})

function isKnown(use: () => unknown): boolean {
  try {
    use()
    return true
  } catch {
    return false
  }
}

const limits = section({
  settleMs: z.int().min(50).max(60_000).default(1100).describe('A page is quiet after this long without traffic.'),
  stepTimeoutMs: z.int().min(1000).max(600_000).default(30_000).describe('A step ends after this long at the latest.'),
  settle: oneOf(['quiet', 'virtual'])
    .default('quiet')
    .describe("virtual brings a page's timers forward, for bulk runs; it changes the page's clock."),
}).refine(({ settleMs, stepTimeoutMs }) => settleMs < stepTimeoutMs, {
  error: told`settleMs must be shorter than stepTimeoutMs`,
})

const given = target.nullable().default(null)
const consent = section({ accept: given, reject: given, open: given, save: given, withdraw: given, close: given })

const jurisdiction = text(/^[a-z0-9][a-z0-9-]*$/, told`a jurisdiction id such as "eu"`)
const side = z.int().min(200).max(8192)

/** The plan file as people write it. Strict: a key it does not know is a mistake, not a silent nothing. */
export const planFile = section({
  name: line,
  site: site.describe('Origin of the funnel; relative addresses of steps are resolved against it.'),
  steps,
  states: states.default(['no-choice', 'rejected', 'accepted']),
  runs: z.int().min(1).max(50).default(1).describe('How often each state is repeated.'),
  jurisdiction: jurisdiction.optional().describe('"eu" when left out.'),
  jurisdictions: distinct(jurisdiction)
    .min(1, { error: told`no jurisdiction; leave the key out for eu` })
    .optional()
    .describe('In place of `jurisdiction`: several, the first of them on the cover.'),
  locale: locale.default('en-GB'),
  timeZone: timeZone.nullable().default(null).describe("The visitor's time zone; your machine's when left out."),
  viewport: section({ width: side, height: side }).default({ width: 1280, height: 900 }),
  scroll: z
    .boolean()
    .default(false)
    .describe('Whether pages are scrolled to their end in every state; some sites read that as consent.'),
  consent: consent
    .prefault({})
    .describe('Where the buttons of the banner are, should the scanner not find them: by role and name, or selector.'),
  clickIds: distinct(text(/^[A-Za-z_][\w.-]{0,63}$/, told`the name of a click id such as gclid`))
    .default([])
    .describe('Click ids the visitor arrives with; their values are looked for in all that leaves the browser.'),
  policies: distinct(address).default([]).describe('Addresses of cookie policies, to be read and compared.'),
  gate: section({ vendors: distinct(line).default([]) })
    .prefault({})
    .describe('Ids of the vendors held back in the state gated; all of marketing and analytics when none is named.'),
  safety: section({ submitForms: oneOf(['never', 'canary']).default('never') })
    .prefault({})
    .describe("canary: forms are sent, with the scan's own identity. Only for sites you may do that on."),
  lookups: section({
    cnames: z.boolean().default(false).describe("Asks DNS what the site's subdomains stand for."),
    exitIpFrom: address.nullable().default(null).describe("Address that answers with the visitor's own address."),
  }).prefault({}),
  access: access.prefault({}),
  limits: limits.prefault({}),
  values: oneOf(['hashed', 'raw'])
    .default('hashed')
    .describe('Whether values of cookies and storage are kept as salted hashes or as they are.'),
  knowledge: line
    .nullable()
    .default(null)
    .describe('Your own vendor records, categories and lists: a folder or file, relative to the plan file.'),
}).superRefine((plan, context) => {
  if (plan.jurisdiction !== undefined && plan.jurisdictions !== undefined)
    context.addIssue({
      code: 'custom',
      path: ['jurisdictions'],
      message: told`jurisdiction and jurisdictions exclude each other; keep one`,
    })
  for (const [index, { go }] of plan.steps.entries())
    if (index > 0 && 'submit' in go && plan.safety.submitForms === 'never')
      context.addIssue({ code: 'custom', path: ['steps', index, 'go'], message: SENDS_A_FORM })
})

const SENDS_A_FORM = told`this step sends a form, which leaves a mark on the site; if you may do that there, allow it with safety: { submitForms: canary }`

export type PlanFile = z.input<typeof planFile>
export type ReadPlanFile = z.output<typeof planFile>
