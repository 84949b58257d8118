import type { RawPlan } from '../plan.ts'
import type { Lab } from '../server.ts'
import type { BannerSite } from './model.ts'
import { hostOf } from './site.ts'

/** The plan that scans one site of the banner lab: two pages, everything settles fast. */
export function bannerPlan(lab: Pick<Lab, 'httpsAddress'>, site: BannerSite, overrides: RawPlan = {}): RawPlan {
  const home = `https://${hostOf(site)}`
  return {
    name: site.id,
    site: home,
    steps: [
      { id: 'landing', label: 'Landing', role: 'landing', go: { url: `${home}/` } },
      { id: 'next', label: 'Next', role: 'page', go: { url: `${home}/next` } },
    ],
    states: ['rejected', 'accepted'],
    runs: 1,
    jurisdiction: 'eu',
    locale: 'en-GB',
    viewport: { width: 1280, height: 900 },
    access: {
      hostMap: { '*': lab.httpsAddress },
      certificates: { acceptInvalid: true },
      thirdPartyCookies: 'allow',
    },
    // The server asks for the visitor's number; nothing else of a value is read.
    values: 'raw',
    limits: { settleMs: 300, stepTimeoutMs: 40_000 },
    ...overrides,
  }
}
