import { release, type } from 'node:os'
import type { BrowserChoice } from '../browser/provide.ts'
import type { RunningBrowser } from '../browser/launch.ts'
import type { Environment, Plan } from '../model.ts'

export interface EnvironmentFacts {
  readonly plan: Plan
  readonly choice: BrowserChoice
  readonly running: RunningBrowser
  readonly toolVersion: string
  readonly knowledgeVersion: string
  readonly valueSalt: string
  readonly startedAt: Date
}

/** Everything about the instrument that could bear on what it saw, for `environment.json`. */
export function describeEnvironment(facts: EnvironmentFacts): Environment {
  const { plan, choice, running } = facts
  const { certificates, thirdPartyCookies, hostMap } = plan.access
  return {
    tool: { name: 'tagtrail', version: facts.toolVersion },
    knowledge: { version: facts.knowledgeVersion },
    os: `${type()} ${release()}`,
    browser: { product: running.product, path: choice.path, source: choice.source, flags: running.flags },
    userAgent: running.userAgent,
    automationHidden: true,
    locale: plan.locale,
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    viewport: plan.viewport,
    thirdPartyCookies,
    hostMap,
    certificates: certificates.acceptInvalid
      ? 'not-verified'
      : certificates.trust === null
        ? 'verified'
        : 'own-authority',
    valueSalt: facts.valueSalt,
    startedAt: facts.startedAt.toISOString(),
    endedAt: null,
    ended: null,
  }
}
