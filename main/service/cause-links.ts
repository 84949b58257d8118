import { causeGraph, type CauseEdge, type CauseGraph } from '../../scanner/causes/cause-graph.ts'
import type { CauseNode } from '../../scanner/causes/cause-node.ts'
import { placeKey } from '../../scanner/causes/requests-seen.ts'
import type { CauseLink, Page } from '../contract.ts'
import type { OpenedEvidence } from './opened-scans.ts'
import { pageOf } from './page-of.ts'
import { toldTime } from './told-time.ts'

/** What led to an observation, from the page on, itself last; nothing for what neither causes nor is caused. */
export function causeLinks(id: string, evidence: OpenedEvidence): readonly CauseLink[] {
  const graph = graphOf(id, evidence)
  const node = graph.node(id)
  if (!node) return []
  const edges = graph.chain(id).toReversed()
  const from = edges[0]?.cause ?? node
  return [linkOf(from, null, graph, evidence), ...edges.map((edge) => linkOf(edge.effect, edge, graph, evidence))]
}

/** A part of what something led to directly. */
export function effectsOf(
  id: string,
  evidence: OpenedEvidence,
  part: { readonly offset: number; readonly limit: number },
): Page<CauseLink> {
  const graph = graphOf(id, evidence)
  return pageOf(ledBy(id, graph), part, (edge) => linkOf(edge.effect, edge, graph, evidence))
}

function linkOf(
  { id, kind, name, observation }: CauseNode,
  edge: CauseEdge | null,
  graph: CauseGraph,
  evidence: OpenedEvidence,
): CauseLink {
  const { sightingOf } = evidence
  const sighting = sightingOf.get(id)
  return {
    id,
    is: kind,
    title: name.slice(0, MOST_LETTERS),
    how: edge?.how ?? null,
    line: edge?.line ?? null,
    others: edge?.how === 'called' ? othersOnStack(edge, graph) : [],
    observationId: observation?.id ?? null,
    at: observation?.at ?? null,
    told: observation ? toldTime(observation, evidence) : null,
    utc: observation?.utc ?? null,
    vendorId: sighting?.vendorId ?? null,
    vendorName: sighting?.name ?? null,
    category: sighting?.category ?? null,
    led: amountsOf(ledBy(id, graph)),
  }
}

function othersOnStack({ cause, effect }: CauseEdge, graph: CauseGraph): readonly string[] {
  return graph
    .behind(effect.id)
    .filter((other) => other.how === 'called' && other.cause.id !== cause.id)
    .slice(0, MOST_OTHERS)
    .map((other) => other.cause.name.slice(0, MOST_LETTERS))
}

/** That something stayed where it was written is nothing that the writing led to. */
function ledBy(id: string, graph: CauseGraph): readonly CauseEdge[] {
  return graph.ahead(id).filter(({ how }) => how !== 'kept')
}

function amountsOf(edges: readonly CauseEdge[]): CauseLink['led'] {
  const byKind = Map.groupBy(edges, ({ effect }) => effect.kind)
  return KINDS.flatMap((is) => {
    const count = byKind.get(is)?.length ?? 0
    return count === 0 ? [] : [{ is, count }]
  })
}

/** In the order of reading: code first, then what it sent, then what it left. */
const KINDS: readonly CauseLink['is'][] = [
  'document',
  'container',
  'script',
  'request',
  'socket',
  'canary',
  'cookie',
  'storage',
  'read',
]

const MOST_LETTERS = 2000
const MOST_OTHERS = 10

const graphs = new WeakMap<OpenedEvidence, Map<string, CauseGraph>>()

/** Made when it is first asked for, once for each journey of a scan that is open: causes never cross from one to another. */
function graphOf(id: string, evidence: OpenedEvidence): CauseGraph {
  const journey = journeyOf(id, evidence)
  const ofScan = graphs.get(evidence) ?? new Map<string, CauseGraph>()
  graphs.set(evidence, ofScan)
  const graph =
    ofScan.get(journey) ?? causeGraph(evidence.observations.filter((seen) => placeKey(seen, '') === journey))
  ofScan.set(journey, graph)
  return graph
}

/** Code that nobody saw arriving has no observation and is known by its journey and address. */
function journeyOf(id: string, { byId }: OpenedEvidence): string {
  const seen = byId.get(id)
  return seen ? placeKey(seen, '') : (/^\S+ \S+ /.exec(id)?.[0] ?? id)
}
