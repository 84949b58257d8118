import type { LabSite } from './model.ts'
import type { Lab } from './server.ts'
import { shop } from './sites/shop.ts'

/** A plan as a person would write it in YAML; what the plan stage reads. */
export type RawPlan = Readonly<Record<string, unknown>>

export interface LabPlanOptions {
  readonly site?: LabSite
  /** Query the visitor arrives with on the first step, as in `truth`. */
  readonly arrival?: string
}

/** The plan that scans a site of the lab: the demo shop unless told otherwise; `overrides` replace whole fields. */
export function labPlan(
  lab: Pick<Lab, 'httpsAddress'>,
  overrides: RawPlan = {},
  { site = shop, arrival = '' }: LabPlanOptions = {},
): RawPlan {
  return {
    name: `${site.name} (demo)`,
    site: `https://${site.host}`,
    steps: site.steps.map((step, index) => ({
      id: step.id,
      label: step.label,
      role: step.role,
      go: goTo(site, index, arrival),
      ...(step.goal === null ? {} : { goal: step.goal }),
    })),
    states: ['no-choice', 'rejected', 'accepted'],
    runs: 1,
    jurisdiction: 'eu',
    locale: 'en-GB',
    viewport: { width: 1280, height: 900 },
    access: {
      hostMap: { '*': lab.httpsAddress },
      certificates: { acceptInvalid: true },
      thirdPartyCookies: 'allow',
    },
    // Nothing in the lab waits longer than 200 ms before its next request.
    limits: { settleMs: 600, stepTimeoutMs: 15_000 },
    ...overrides,
  }
}

/** What a person's own browser needs to look at the lab; use a profile of its own with them. */
export function browserFlags(lab: Pick<Lab, 'httpsAddress'>): readonly string[] {
  return [`--host-resolver-rules=MAP * ${lab.httpsAddress}`, '--ignore-certificate-errors']
}

function goTo(site: LabSite, index: number, arrival: string): RawPlan {
  const step = site.steps[index]
  const before = site.steps[index - 1]
  if (step?.reach === 'click') return { click: { role: 'link', name: before?.onward ?? '' } }
  const url = new URL(`https://${site.host}${step?.path ?? '/'}`)
  if (index === 0) url.search = arrival
  return { url: url.href }
}
