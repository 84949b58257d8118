import { release, type } from 'node:os'
import type { BrowserChoice } from '../browser/provide.ts'
import type { RunningBrowser } from '../browser/launch.ts'
import type { Environment, Plan } from '../model.ts'
import { sendsGpc } from '../states.ts'

export interface EnvironmentFacts {
  readonly plan: Plan
  readonly choice: BrowserChoice
  readonly running: RunningBrowser
  readonly toolVersion: string
  readonly knowledgeVersion: string
  readonly valueSalt: string
  readonly startedAt: Date
  readonly exitIp?: string | null
}

/** Everything about the instrument that could bear on what it saw, for `environment.json`. */
export function describeEnvironment(facts: EnvironmentFacts): Environment {
  const { plan, choice, running } = facts
  const { certificates, thirdPartyCookies, hostMap, basicAuth, headers, proxy } = plan.access
  const { identity } = running
  return {
    tool: { name: 'tagtrail', version: facts.toolVersion },
    knowledge: { version: facts.knowledgeVersion },
    os: `${type()} ${release()}`,
    browser: { product: running.product, path: choice.path, source: choice.source, flags: running.flags },
    userAgent: running.userAgent,
    automationHidden: true,
    locale: plan.locale,
    timeZone: identity.timeZone,
    languages: identity.languages,
    clientHints: identity.clientHints,
    viewport: plan.viewport,
    thirdPartyCookies,
    hostMap,
    certificates: certificates.acceptInvalid
      ? 'not-verified'
      : certificates.trust === null
        ? 'verified'
        : 'own-authority',
    globalPrivacyControl: plan.states.filter(sendsGpc),
    settle: plan.limits.settle,
    proxy: proxy !== null,
    credentials: { basicAuth: basicAuth !== null, headers: Object.keys(headers) },
    exitIp: facts.exitIp ?? null,
    valueSalt: facts.valueSalt,
    startedAt: facts.startedAt.toISOString(),
    endedAt: null,
    ended: null,
  }
}
