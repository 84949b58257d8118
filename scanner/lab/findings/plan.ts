import type { RawPlan } from '../plan.ts'
import type { Lab } from '../server.ts'
import type { FindingSite } from './model.ts'
import { homeOf } from './site.ts'

/** The plan that scans one site of the findings lab: its two pages in the three states asked of most, fast. */
export function findingPlan(lab: Pick<Lab, 'httpsAddress'>, { id, plan }: FindingSite): RawPlan {
  return {
    name: id,
    site: homeOf(id),
    steps: [
      { id: 'landing', label: 'Landing', role: 'landing', go: { url: '/' } },
      { id: 'next', label: 'Next', role: 'page', go: { url: '/next' } },
    ],
    states: ['no-choice', 'rejected', 'accepted'],
    runs: 1,
    locale: 'en-GB',
    viewport: { width: 1280, height: 900 },
    access: {
      hostMap: { '*': lab.httpsAddress },
      certificates: { acceptInvalid: true },
      thirdPartyCookies: 'allow',
    },
    limits: { settleMs: 300, stepTimeoutMs: 40_000 },
    ...plan,
  }
}
