import type {
  CookieAttributes,
  CookieWriteFact,
  Evidence,
  Observation,
  ObservationOf,
  SocketFact,
  StackFrame,
  StorageFact,
  StorageWriteFact,
} from '../model.ts'
import type { SiteTruth, SocketTruth, StepTruth } from './model.ts'

/** How an instrument did against a known truth, fact by fact; each fact is a line a person can read. */
export interface TruthCheck {
  readonly matched: number
  readonly missing: readonly string[]
  readonly invented: readonly string[]
  /** The same by what they are about. */
  readonly kinds: Readonly<Record<FactKind, Omit<TruthCheck, 'kinds'>>>
}

export type FactKind = (typeof FACT_KINDS)[number]
export const FACT_KINDS = ['hosts', 'requests', 'cookies', 'storage', 'sockets', 'device reads'] as const

/** Compares what was observed of a lab site, in every state and step, with what its pages were made to do. */
export function checkAgainstTruth(evidence: Evidence, truth: SiteTruth): TruthCheck {
  const expected: Fact[] = []
  const seen: Fact[] = []
  for (const { state, steps } of truth.states.filter((each) => evidence.plan.states.includes(each.state))) {
    for (const step of steps) {
      const at = ([kind, fact]: Fact): Fact => [kind, `${state} ${step.stepId}: ${fact}`]
      expected.push(...factsOfTruth(step).map(at))
      const here = evidence.observations.filter((each) => each.state === state && each.stepId === step.stepId)
      seen.push(...factsSeen(here).map(at))
    }
  }
  const ofKind = (wanted: FactKind): readonly [FactKind, Omit<TruthCheck, 'kinds'>] => {
    const only = (facts: readonly Fact[]): readonly Fact[] => facts.filter(([kind]) => kind === wanted)
    return [wanted, compared(only(expected), only(seen))]
  }
  const kinds = Object.fromEntries(FACT_KINDS.map(ofKind)) as Record<FactKind, Omit<TruthCheck, 'kinds'>>
  return { ...compared(expected, seen), kinds }
}

type Fact = readonly [kind: FactKind, line: string]

function compared(expected: readonly Fact[], seen: readonly Fact[]): Omit<TruthCheck, 'kinds'> {
  const [wanted, found] = [counted(expected), counted(seen)]
  const missing = less(wanted, found)
  return { matched: expected.length - missing.length, missing, invented: less(found, wanted) }
}

const as =
  (kind: FactKind) =>
  (line: string): Fact => [kind, line]

function factsOfTruth(step: StepTruth): readonly Fact[] {
  const { requests } = step
  return [
    ...[...new Set(step.hosts.map((host) => `host ${host}`))].map(as('hosts')),
    ...requestFacts(
      requests.map(({ method, url, resourceType, phase }) => requestLine(method, url, resourceType, phase)),
      requests.flatMap(({ method, url, blocked }) => (blocked ? [`blocked ${method} ${url}: ${blocked}`] : [])),
    ),
    ...step.cookiesWritten.flatMap((cookie) => writeLines(cookie, cookie.by)).map(as('cookies')),
    ...step.cookies.map((cookie) => `jar ${cookieLine(cookie)}`).map(as('cookies')),
    ...step.storageWritten.map(storageLine).map(as('storage')),
    ...step.storage.map(storedLine).map(as('storage')),
    ...step.sockets.map(socketLine).map(as('sockets')),
    ...step.reads.map(({ api, origin, count: times, by }) => readLine(api, origin, times, by)).map(as('device reads')),
  ]
}

function factsSeen(observations: readonly Observation[]): readonly Fact[] {
  const requests = observations.filter((each): each is ObservationOf<'request'> => each.kind === 'request')
  const senders = new Map(requests.map(({ requestId, url }) => [requestId, new URL(url).hostname]))
  return [
    ...[...new Set(requests.map(({ url }) => `host ${new URL(url).host}`))].map(as('hosts')),
    ...requestFacts(
      requests.map((each) =>
        requestLine(each.method, bare(each.url), each.resourceType, each.phase === 'leave' ? 'leave' : 'load'),
      ),
      requests.flatMap(({ method, url, fate, failure }) =>
        fate === 'blocked' || isHidden(failure)
          ? [`blocked ${method} ${bare(url)}: ${isHidden(failure) ? 'cors' : failure}`]
          : [],
      ),
    ),
    ...observations.flatMap((each) => {
      switch (each.kind) {
        case 'cookie-write':
          return writeLines(
            each,
            each.setBy === 'http' ? senders.get(each.requestId ?? '') : scriptHost(each.stack),
          ).map(as('cookies'))
        case 'cookie':
          return [as('cookies')(`jar ${cookieLine(each)}`)]
        case 'storage-write':
          return [as('storage')(storageLine(each))]
        case 'storage':
          return [as('storage')(storedLine(each))]
        case 'socket':
          return [as('sockets')(socketLine(each))]
        case 'api-call':
          return [as('device reads')(readLine(each.api, each.origin, each.count, scriptHost(each.stack)))]
        default:
          return []
      }
    }),
  ]
}

/** How often one is asked the same is chance; each counts once. */
function requestFacts(asked: readonly string[], blocked: readonly string[]): readonly Fact[] {
  return [...new Set([...asked, ...blocked])].map(as('requests'))
}

function storageLine({
  area,
  origin,
  key,
  effect,
}: Pick<StorageWriteFact, 'area' | 'origin' | 'key' | 'effect'>): string {
  return `${VERB[effect]} ${area} ${origin} ${key}`
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
  const { protocol, url, isEstablished, framesSent, framesReceived, firstSent, firstReceived } = socket
  const frames = `${framesSent} sent (${firstSent}), ${framesReceived} received (${firstReceived})`
  return `${protocol} ${url} ${isEstablished ? 'established' : 'refused'}, ${frames}`
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

function counted(facts: readonly Fact[]): ReadonlyMap<string, number> {
  const times = new Map<string, number>()
  for (const [, line] of facts) times.set(line, (times.get(line) ?? 0) + 1)
  return times
}

/** Facts of `a` that `b` lacks, once for each time it lacks them. */
function less(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): readonly string[] {
  return [...a].flatMap(([fact, times]) => Array<string>(Math.max(0, times - (b.get(fact) ?? 0))).fill(fact))
}
