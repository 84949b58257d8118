import type { Evidence, Observation, ObservationOf, Sighting } from '../model.ts'
import type { Effect } from '../rules/rule.ts'

/** What each sighting did to the visitor's device, by sighting id: a name in the log is not yet something stored or sent. */
export function effectsOf(evidence: Evidence, sightings: readonly Sighting[]): ReadonlyMap<string, Effect> {
  const observations = new Map(evidence.observations.map((seen) => [seen.id, seen]))
  const asked = requestStates(evidence)
  const awaited = awaitedAnswers(evidence)
  const fresh = newInInventory(evidence, sightings)
  const effectOf = (sighting: Sighting): Effect => {
    const seen = sighting.observations.map((id) => observations.get(id)).filter((each) => each !== undefined)
    switch (sighting.kind) {
      case 'request':
        return strongest(seen.map((each) => (each.kind === 'request' ? requestEffect(each) : 'blocked')))
      case 'cookie-write':
        return strongest(
          seen.map((each) => (each.kind === 'cookie-write' ? writeEffect(each, asked, awaited) : 'refused')),
        )
      case 'storage-write':
        return seen.some((each) => each.kind === 'storage-write' && each.effect === 'set') ? 'stored' : 'deleted'
      case 'cookie':
      case 'storage':
        return fresh.has(sighting.id) ? 'stored' : 'kept'
      case 'page-marks':
        return 'present'
    }
  }
  return new Map(sightings.map((sighting) => [sighting.id, effectOf(sighting)]))
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
  const requests = observations.filter((seen): seen is ObservationOf<'request'> => seen.kind === 'request')
  const open = requests.filter(({ fate }) => fate === 'sent')
  return (write) => {
    if (write.requestId !== null || write.stack.length > 0) return false
    const isSuspect = ({ run, journey, url }: ObservationOf<'request'>): boolean =>
      run === write.run && journey === write.journey && isWithin(url, write.domain)
    return open.some(isSuspect) && !requests.some((each) => each.state === write.state && isSuspect(each))
  }
}

function isWithin(url: string, domain: string): boolean {
  const wide = domain.replace(/^\./, '')
  const host = URL.parse(url)?.hostname ?? ''
  return host === wide || host.endsWith(`.${wide}`)
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
