import type { Go, Plan, Step } from '../../scanner/model.ts'

/** A plan of these steps, by id -> how it is reached; everything else is what is usual. */
export function planOf(steps: Readonly<Record<string, Go>>, given: Partial<Plan> = {}): Plan {
  return {
    name: 'Test funnel',
    site: 'https://shop.example',
    steps: Object.entries(steps).map(([id, go]): Step => ({ id, label: id, role: 'page', go, goal: null })),
    states: ['no-choice'],
    runs: 1,
    jurisdiction: 'eu',
    locale: 'en-GB',
    viewport: { width: 1280, height: 900 },
    access: { hostMap: {}, certificates: { acceptInvalid: false, trust: null }, thirdPartyCookies: 'allow' },
    limits: { settleMs: 100, stepTimeoutMs: 2000 },
    values: 'hashed',
    knowledge: null,
    ...given,
  }
}

export const at = (url: string): Go => ({ kind: 'url', url })
export const clickOn = (selector: string): Go => ({ kind: 'click', target: { selector } })
