import type { Evidence, Observation, ObservationOf, Sighting } from '../model.ts'
import type { Effect } from '../rules/rule.ts'

/** What each sighting did to the visitor's device, by sighting id: a name in the log is not yet something stored or sent. */
export function effectsOf(evidence: Evidence, sightings: readonly Sighting[]): ReadonlyMap<string, Effect> {
  const acts = actsById(evidence)
  const asked = requestStates(evidence)
  const awaited = awaitedAnswers(evidence)
  const fresh = newInInventory(evidence, sightings)
  const seenIn = ({ observations }: Sighting): readonly Act[] =>
    observations.map((id) => acts.get(id)).filter((each) => each !== undefined)
  const effectOf = (sighting: Sighting): Effect => {
    switch (sighting.kind) {
      case 'request':
        return strongest(seenIn(sighting).map((each) => (each.kind === 'request' ? requestEffect(each) : 'blocked')))
      case 'cookie-write':
        return strongest(
          seenIn(sighting).map((each) =>
            each.kind === 'cookie-write' ? writeEffect(each, asked, awaited) : 'refused',
          ),
        )
      case 'storage-write':
        return seenIn(sighting).some((each) => each.kind === 'storage-write' && each.effect === 'set')
          ? 'stored'
          : 'deleted'
      case 'cookie':
      case 'storage':
        return fresh.has(sighting.id) ? 'stored' : 'kept'
      case 'page-marks':
        return 'present'
    }
  }
  return new Map(sightings.map((sighting) => [sighting.id, effectOf(sighting)]))
}

type Act = ObservationOf<'request' | 'cookie-write' | 'storage-write'>

/** What was done; an inventory only tells what is there. */
function actsById({ observations }: Evidence): ReadonlyMap<string, Act> {
  const acts = new Map<string, Act>()
  for (const seen of observations)
    if (seen.kind === 'request' || seen.kind === 'cookie-write' || seen.kind === 'storage-write')
      acts.set(seen.id, seen)
  return acts
}

/** What happened once happened, whatever came of the other attempts. */
const STRENGTH: readonly Effect[] = ['stored', 'sent', 'late', 'refused', 'deleted', 'cached', 'blocked']

function strongest(effects: readonly Effect[]): Effect {
  return STRENGTH.find((effect) => effects.includes(effect)) ?? 'blocked'
}

function requestEffect({ fate, fromCache, status, failure }: ObservationOf<'request'>): Effect {
  if (fromCache) return 'cached'
  if (fate === 'sent' || fate === 'answered') return 'sent'
  // An answer that CORS or ORB hides from the page was still fetched from the vendor.
  return status !== null || (failure !== null && LEFT_THE_MACHINE.test(failure)) ? 'sent' : 'blocked'
}

const LEFT_THE_MACHINE = /ERR_(?:EMPTY_RESPONSE|CONNECTION_RESET|CONNECTION_CLOSED|BLOCKED_BY_ORB|BLOCKED_BY_RESPONSE)/

function writeEffect(
  write: ObservationOf<'cookie-write'>,
  asked: ReadonlyMap<string, ReadonlySet<string>>,
  isAwaited: (write: ObservationOf<'cookie-write'>) => boolean,
): Effect {
  if (write.effect !== 'set') return write.effect
  if (isAwaited(write)) return 'late'
  const states = write.requestId === null ? undefined : asked.get(requestKey(write, write.requestId))
  return states === undefined || states.has(write.state) ? 'stored' : 'late'
}

/**
 * Cookies that were there without anybody having been seen to write them, of a host that was asked in another state and
 * had not answered while its page was there (a beacon outlives it), and was not asked in this one.
 */
function awaitedAnswers({ observations }: Evidence): (write: ObservationOf<'cookie-write'>) => boolean {
  const asked = (where: (request: ObservationOf<'request'>) => string | null): ReadonlyMap<string, Set<string>> => {
    const hosts = new Map<string, Set<string>>()
    for (const seen of observations) {
      const key = seen.kind === 'request' ? where(seen) : null
      if (seen.kind !== 'request' || key === null) continue
      const host = URL.parse(seen.url)?.hostname ?? ''
      const known = hosts.get(key)
      if (known) known.add(host)
      else hosts.set(key, new Set([host]))
    }
    return hosts
  }
  // Few cookies are of nobody: the hosts are looked up when the first one is.
  let open: ReturnType<typeof asked> | null = null
  let byState: ReturnType<typeof asked> | null = null
  return ({ requestId, stack, run, journey, state, domain }) => {
    if (requestId !== null || stack.length > 0) return false
    open ??= asked((each) => (each.fate === 'sent' ? `${each.run} ${each.journey}` : null))
    byState ??= asked((each) => `${each.run} ${each.journey} ${each.state}`)
    const isWithin = (host: string): boolean => isUnder(host, domain.replace(/^\./, ''))
    const waiting = [...(open.get(`${run} ${journey}`) ?? [])]
    return waiting.some(isWithin) && ![...(byState.get(`${run} ${journey} ${state}`) ?? [])].some(isWithin)
  }
}

function isUnder(host: string, domain: string): boolean {
  return host === domain || host.endsWith(`.${domain}`)
}

/** In which states the hops of each request were sent. */
function requestStates({ observations }: Evidence): ReadonlyMap<string, ReadonlySet<string>> {
  const states = new Map<string, Set<string>>()
  for (const seen of observations) {
    if (seen.kind !== 'request') continue
    const key = requestKey(seen, seen.requestId)
    const known = states.get(key)
    if (known) known.add(seen.state)
    else states.set(key, new Set([seen.state]))
  }
  return states
}

function requestKey({ run, journey }: Observation, requestId: string): string {
  return `${run} ${journey} ${requestId.replace(/#\d+$/, '')}`
}

/**
 * Items that an inventory shows for the first time in its journey and whose writing nobody saw: IndexedDB, or a log
 * without writes. On the step of the choice the inventory cannot tell before from after, so nothing is new there.
 */
function newInInventory({ plan, observations }: Evidence, sightings: readonly Sighting[]): ReadonlySet<string> {
  const order = new Map(plan.steps.map(({ id }, index) => [id, index]))
  const choosing = new Set(observations.filter(({ state }) => state === 'choosing').map(visitKey))
  const written = new Set(sightings.filter(({ kind }) => kind.endsWith('-write')).map(itemKey))
  const inventory = sightings
    .filter(({ kind }) => kind === 'cookie' || kind === 'storage')
    .toSorted((a, b) => (order.get(a.stepId) ?? 0) - (order.get(b.stepId) ?? 0))
  const known = new Set(written)
  const fresh = new Set<string>()
  for (const sighting of inventory) {
    if (known.has(itemKey(sighting))) continue
    known.add(itemKey(sighting))
    if (!choosing.has(visitKey(sighting))) fresh.add(sighting.id)
  }
  return fresh
}

function visitKey({ run, journey, stepId }: Pick<Sighting, 'run' | 'journey' | 'stepId'>): string {
  return `${run} ${journey} ${stepId}`
}

function itemKey({ run, journey, kind, vendorId, host, item }: Sighting): string {
  return [run, journey, kind.replace('-write', ''), vendorId ?? host, item].join('\n')
}
