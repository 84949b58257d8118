import type { Access, Go, Limits, Plan, Step } from '../../scanner/model.ts'

/** What a plan holds that asks for nothing beyond its pages. */
export const UNASKED = {
  jurisdiction: 'eu',
  jurisdictions: ['eu'],
  timeZone: null,
  scroll: false,
  consent: { accept: null, reject: null, open: null, save: null, withdraw: null, close: null },
  clickIds: [],
  policies: [],
  gate: { vendors: [] },
  safety: { submitForms: 'never' },
  lookups: { cnames: false, exitIpFrom: null },
} as const satisfies Partial<Plan>

export const ACCESS: Access = {
  hostMap: {},
  certificates: { acceptInvalid: false, trust: null },
  thirdPartyCookies: 'allow',
  basicAuth: null,
  headers: {},
  proxy: null,
}

export const LIMITS: Limits = { settleMs: 1100, stepTimeoutMs: 30_000, settle: 'quiet' }

/** A plan of these steps, by id -> how it is reached; everything else is what is usual. */
export function planOf(steps: Readonly<Record<string, Go>>, given: Partial<Plan> = {}): Plan {
  return {
    name: 'Test funnel',
    site: 'https://shop.example',
    steps: Object.entries(steps).map(([id, go]): Step => ({ id, label: id, role: 'page', go, goal: null, fill: [] })),
    states: ['no-choice'],
    runs: 1,
    ...UNASKED,
    locale: 'en-GB',
    viewport: { width: 1280, height: 900 },
    access: ACCESS,
    limits: { ...LIMITS, settleMs: 100, stepTimeoutMs: 2000 },
    values: 'hashed',
    knowledge: null,
    ...given,
  }
}

export const at = (url: string): Go => ({ kind: 'url', url })
export const clickOn = (selector: string): Go => ({ kind: 'click', target: { selector } })
export const submitBy = (selector: string): Go => ({ kind: 'submit', target: { selector } })
