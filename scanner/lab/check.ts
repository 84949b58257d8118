import type { CookieAttributes, Evidence, Observation, ObservationOf } from '../model.ts'
import type { SiteTruth, StepTruth } from './model.ts'

/** How an instrument did against a known truth, fact by fact; each fact is a line a person can read. */
export interface TruthCheck {
  readonly matched: number
  readonly missing: readonly string[]
  readonly invented: readonly string[]
}

/** Compares what was observed of a lab site, in every state and step, with what its pages were made to do. */
export function checkAgainstTruth(evidence: Evidence, truth: SiteTruth): TruthCheck {
  const expected = new Map<string, number>()
  const seen = new Map<string, number>()
  for (const { state, steps } of truth.states.filter((each) => evidence.plan.states.includes(each.state))) {
    for (const step of steps) {
      for (const fact of factsOfTruth(step)) count(expected, `${state} ${step.stepId}: ${fact}`)
      const here = evidence.observations.filter((each) => each.state === state && each.stepId === step.stepId)
      for (const fact of factsSeen(here)) count(seen, `${state} ${step.stepId}: ${fact}`)
    }
  }
  const missing = less(expected, seen)
  const total = [...expected.values()].reduce((sum, times) => sum + times, 0)
  return { matched: total - missing.length, missing, invented: less(seen, expected) }
}

function factsOfTruth(step: StepTruth): readonly string[] {
  return [
    ...new Set(step.hosts.map((host) => `host ${host}`)),
    ...new Set(
      step.requests.map(({ method, url, resourceType, phase }) => requestLine(method, url, resourceType, phase)),
    ),
    ...step.cookiesWritten.map((cookie) => `wrote ${cookieLine(cookie)} by ${cookie.setBy}`),
    ...step.cookies.map((cookie) => `jar ${cookieLine(cookie)}`),
    ...step.storageWritten.map(({ area, origin, key }) => `wrote ${area} ${origin} ${key}`),
    ...step.storage.map(({ area, origin, key }) => `stored ${area} ${origin} ${key}`),
  ]
}

function factsSeen(observations: readonly Observation[]): readonly string[] {
  const requests = observations.filter((each): each is ObservationOf<'request'> => each.kind === 'request')
  return [
    ...new Set(requests.map(({ url }) => `host ${new URL(url).host}`)),
    ...new Set(
      requests.map((each) =>
        requestLine(each.method, bare(each.url), each.resourceType, each.phase === 'leave' ? 'leave' : 'load'),
      ),
    ),
    ...observations.flatMap((each) => {
      switch (each.kind) {
        case 'cookie-write':
          return each.effect === 'set' ? [`wrote ${cookieLine(each)} by ${each.setBy}`] : []
        case 'cookie':
          return [`jar ${cookieLine(each)}`]
        case 'storage-write':
          return each.effect === 'set' ? [`wrote ${each.area} ${each.origin} ${each.key}`] : []
        case 'storage':
          return [`stored ${each.area} ${each.origin} ${each.key}`]
        default:
          return []
      }
    }),
  ]
}

function requestLine(method: string, url: string, resourceType: string, phase: string): string {
  return `request ${method} ${url} ${resourceType} on ${phase}`
}

/** Lifetimes are compared to the day: a scan takes seconds. */
function cookieLine(cookie: CookieAttributes): string {
  const { name, domain, path, partitionKey, lifetimeDays, httpOnly, secure, sameSite } = cookie
  const lifetime = lifetimeDays === null ? 'session' : `${Math.round(lifetimeDays)} days`
  const flags = [httpOnly && 'HttpOnly', secure && 'Secure', sameSite && `SameSite=${sameSite}`].filter(Boolean)
  return `${name} ${domain}${path} ${lifetime} ${flags.join(' ')}${partitionKey === null ? '' : ` in ${partitionKey}`}`
}

function bare(url: string): string {
  const { origin, pathname } = new URL(url)
  return origin + pathname
}

function count(facts: Map<string, number>, fact: string): void {
  facts.set(fact, (facts.get(fact) ?? 0) + 1)
}

/** Facts of `a` that `b` lacks, once for each time it lacks them. */
function less(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): readonly string[] {
  return [...a].flatMap(([fact, times]) => Array<string>(Math.max(0, times - (b.get(fact) ?? 0))).fill(fact))
}
