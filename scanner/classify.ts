import { authorship } from './classify/author.ts'
import { throughAliases, type Asked } from './classify/aliases.ts'
import { behaving } from './classify/behaviour.ts'
import { funnelHosts } from './classify/funnel-hosts.ts'
import { inOrder, itemKey, sightingId } from './classify/sighting-key.ts'
import type { Knowledge, Named } from './knowledge/answers.ts'
import { listsOfHost } from './knowledge/lists-of-host.ts'
import type { Funnel } from './knowledge/party.ts'
import { urlParts } from './knowledge/url-parts.ts'
import type { Evidence, Observation, ObservationKind, ObservationOf, Sighting } from './model.ts'

/** Stage 6: who each observation belongs to and what it is for. One sighting per item, step and state of each run. */
export function classify(evidence: Evidence, knowledge: Knowledge): readonly Sighting[] {
  const funnel = knowledge.funnel(funnelHosts(evidence))
  const asked = throughAliases(evidence, knowledge)
  const author = authorship(evidence, asked, funnel)
  const groups = groupsByMoment()
  const namesOf = (seen: Seen): readonly Named[] =>
    seen.kind === 'page-marks'
      ? marksOn(seen, knowledge, funnel)
      : [behaving(author(seen, name(seen, asked, funnel)), seen)]
  for (const observation of evidence.observations) {
    if (!isSeen(observation)) continue
    for (const named of namesOf(observation)) {
      const host = hostOf(observation)
      const group = groups.of(observation)
      const key = itemKey({ named, host, first: observation })
      const known = group.get(key)
      if (known) known.observations.push(observation)
      else group.set(key, { named, host, first: observation, observations: [observation] })
    }
  }
  return inOrder(
    groups.all().map((draft) => sightingOf(draft, listsOf(draft, evidence, knowledge))),
    evidence.plan,
  )
}

export type Seen = ObservationOf<Sighting['kind']>

/** What did something, and so belongs to one vendor; a page bears the marks of many. */
type Acted = Exclude<Seen, { readonly kind: 'page-marks' }>

interface Draft {
  readonly named: Named
  readonly host: string
  readonly first: Seen
  readonly observations: Seen[]
}

/** Drafts of one moment together: what follows on each other in the log is of the same moment, so that few keys are long. */
function groupsByMoment(): { of(seen: Seen): Map<string, Draft>; all(): readonly Draft[] } {
  const moments = new Map<string, Map<string, Draft>>()
  let last: Pick<Seen, 'run' | 'journey' | 'state' | 'stepId'> | null = null
  let current = new Map<string, Draft>()
  return {
    of(seen) {
      const { run, journey, state, stepId } = seen
      if (last?.run === run && last.journey === journey && last.state === state && last.stepId === stepId)
        return current
      last = seen
      const key = `${run}\n${journey}\n${state}\n${stepId}`
      current = moments.get(key) ?? new Map<string, Draft>()
      moments.set(key, current)
      return current
    },
    all: () => [...moments.values()].flatMap((drafts) => [...drafts.values()]),
  }
}

function isSeen(observation: Observation): observation is Seen {
  return SEEN.has(observation.kind)
}

const SEEN: ReadonlySet<ObservationKind> = new Set<Sighting['kind']>([
  'request',
  'cookie-write',
  'cookie',
  'storage-write',
  'storage',
  'page-marks',
])

function name(seen: Acted, knowledge: Asked, funnel: Funnel): Named {
  switch (seen.kind) {
    case 'request':
      return knowledge.identifyRequest({ ...seen, funnel })
    case 'cookie-write':
    case 'cookie':
      return knowledge.identifyCookie({ ...seen, party: funnel.party(hostOf(seen)) })
    case 'storage-write':
    case 'storage':
      return knowledge.identifyStorage({ ...seen, party: funnel.party(hostOf(seen)) })
  }
}

/** That a vendor is there says nothing of what it does; the page they stand on is whose they are. */
function marksOn(seen: ObservationOf<'page-marks'>, knowledge: Knowledge, funnel: Funnel): readonly Named[] {
  const party = funnel.party(hostOf(seen))
  return knowledge
    .identifyMarks(seen)
    .map((identification) => ({ identification, item: 'marks on the page', identifier: false, party }))
}

function hostOf(seen: Seen): string {
  if (seen.kind === 'cookie' || seen.kind === 'cookie-write') return seen.domain.replace(/^\./, '').toLowerCase()
  const address = 'url' in seen ? seen.url : seen.origin
  return urlParts(address)?.host ?? ''
}

/** A stored item has no address; a third party's stands on a list that names its whole host. */
function listsOf({ named, host, observations }: Draft, { plan }: Evidence, knowledge: Knowledge): readonly string[] {
  if (knowledge.own === null) return []
  const isThird = named.party === 'third'
  const names = observations.flatMap((seen) =>
    seen.kind === 'request' ? knowledge.lists({ ...seen, page: isThird ? plan.site : seen.url }) : [],
  )
  if (isThird && observations[0] && !('url' in observations[0])) names.push(...listsOfHost(knowledge, host))
  return [...new Set(names)].toSorted()
}

function sightingOf(draft: Draft, lists: readonly string[]): Sighting {
  const { named, host, first, observations } = draft
  const { run, state, journey, stepId, kind } = first
  return {
    ...named.identification,
    id: sightingId(draft),
    run,
    state,
    journey,
    stepId,
    kind,
    item: named.item,
    host,
    party: named.party,
    identifier: named.identifier ?? observations.some((seen) => 'identifierLike' in seen && seen.identifierLike),
    lifetimeDays: longestLife(observations),
    fates: [...new Set(observations.flatMap((seen) => (seen.kind === 'request' ? [seen.fate] : [])))],
    lists,
    observations: observations.map(({ id }) => id),
  }
}

/** Of cookies; what was deleted or refused never lived. */
function longestLife(observations: readonly Seen[]): number | null {
  const lives = observations.flatMap((seen) => {
    if (seen.kind === 'cookie') return [seen.lifetimeDays]
    return seen.kind === 'cookie-write' && seen.effect === 'set' ? [seen.lifetimeDays] : []
  })
  return lives.reduce((longest, life) => (life !== null && (longest === null || life > longest) ? life : longest), null)
}
