import type {
  CookieAttributes,
  CookieWriteFact,
  Evidence,
  Observation,
  ObservationOf,
  SocketFact,
  StackFrame,
  StorageFact,
} from '../model.ts'
import type { SiteTruth, SocketTruth, StepTruth } from './model.ts'

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
  const { requests } = step
  return [
    ...new Set(step.hosts.map((host) => `host ${host}`)),
    ...new Set(requests.map(({ method, url, resourceType, phase }) => requestLine(method, url, resourceType, phase))),
    ...new Set(
      requests.flatMap(({ method, url, blocked }) => (blocked ? [`blocked ${method} ${url}: ${blocked}`] : [])),
    ),
    ...step.cookiesWritten.flatMap((cookie) => writeLines(cookie, cookie.by)),
    ...step.cookies.map((cookie) => `jar ${cookieLine(cookie)}`),
    ...step.storageWritten.map(({ area, origin, key, effect }) => `${VERB[effect]} ${area} ${origin} ${key}`),
    ...step.storage.map(storedLine),
    ...step.sockets.map(socketLine),
    ...step.reads.map(({ api, origin, count: times, by }) => readLine(api, origin, times, by)),
  ]
}

function factsSeen(observations: readonly Observation[]): readonly string[] {
  const requests = observations.filter((each): each is ObservationOf<'request'> => each.kind === 'request')
  const senders = new Map(requests.map(({ requestId, url }) => [requestId, new URL(url).hostname]))
  return [
    ...new Set(requests.map(({ url }) => `host ${new URL(url).host}`)),
    ...new Set(
      requests.map((each) =>
        requestLine(each.method, bare(each.url), each.resourceType, each.phase === 'leave' ? 'leave' : 'load'),
      ),
    ),
    ...new Set(
      requests.flatMap(({ method, url, fate, failure }) =>
        fate === 'blocked' || isHidden(failure)
          ? [`blocked ${method} ${bare(url)}: ${isHidden(failure) ? 'cors' : failure}`]
          : [],
      ),
    ),
    ...observations.flatMap((each) => {
      switch (each.kind) {
        case 'cookie-write':
          return writeLines(each, each.setBy === 'http' ? senders.get(each.requestId ?? '') : scriptHost(each.stack))
        case 'cookie':
          return [`jar ${cookieLine(each)}`]
        case 'storage-write':
          return [`${VERB[each.effect]} ${each.area} ${each.origin} ${each.key}`]
        case 'storage':
          return [storedLine(each)]
        case 'socket':
          return [socketLine(each)]
        case 'api-call':
          return [readLine(each.api, each.origin, each.count, scriptHost(each.stack))]
        default:
          return []
      }
    }),
  ]
}

const VERB = { set: 'wrote', deleted: 'deleted', refused: 'refused' } as const

type CookieWrite = Pick<CookieWriteFact, keyof CookieAttributes | 'setBy' | 'effect' | 'refusedBecause'>

/** What was written, and by whom; of a refused one only what the browser told. */
function writeLines(write: CookieWrite, by: string | undefined): readonly string[] {
  const { name, domain, path, effect, setBy, refusedBecause } = write
  const what = effect === 'set' ? cookieLine(write) : `${name} ${domain}${path}`
  const why = effect === 'refused' && setBy === 'http' ? `, ${refusedBecause?.replaceAll('Schemeful', '')}` : ''
  return [`${VERB[effect]} ${what} by ${setBy}${why}`, `${name} ${domain} ${effect} by ${by ?? 'nobody known'}`]
}

function storedLine({ area, origin, key, entries }: Pick<StorageFact, 'area' | 'origin' | 'key' | 'entries'>): string {
  return `stored ${area} ${origin} ${key}${entries === null ? '' : ` with ${entries} entries`}`
}

function socketLine(socket: SocketTruth | SocketFact): string {
  const { url, isEstablished, framesSent, framesReceived, firstSent, firstReceived } = socket
  const frames = `${framesSent} sent (${firstSent}), ${framesReceived} received (${firstReceived})`
  return `socket ${url} ${isEstablished ? 'established' : 'refused'}, ${frames}`
}

function readLine(api: string, origin: string | null, times: number, by: string | undefined): string {
  return `read ${api} ${times} times in ${origin} by ${by ?? 'nobody known'}`
}

function scriptHost(stack: readonly StackFrame[]): string | undefined {
  return URL.parse(stack[0]?.url ?? '')?.hostname
}

/** An answer CORS kept from the page; it has a name for each of its reasons, all capitalized (CDP `Network.CorsError`). */
function isHidden(failure: string | null): boolean {
  return /^[A-Z]/.test(failure ?? '')
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
  const { protocol, origin, pathname } = new URL(url)
  return (origin === 'null' ? protocol : origin) + pathname
}

function count(facts: Map<string, number>, fact: string): void {
  facts.set(fact, (facts.get(fact) ?? 0) + 1)
}

/** Facts of `a` that `b` lacks, once for each time it lacks them. */
function less(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): readonly string[] {
  return [...a].flatMap(([fact, times]) => Array<string>(Math.max(0, times - (b.get(fact) ?? 0))).fill(fact))
}
