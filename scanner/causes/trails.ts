import type { Assessment, Cause, Evidence } from '../model.ts'
import { causeGraph, type CauseEdge } from './cause-graph.ts'
import type { CauseNode } from './cause-node.ts'

/**
 * For each observation that a finding rests on the way to it, from the page on, itself last. What nothing is known of
 * has none.
 */
export function trailsOf(
  { observations }: Pick<Evidence, 'observations'>,
  { findings, sightings }: Pick<Assessment, 'findings' | 'sightings'>,
): ReadonlyMap<string, readonly Cause[]> {
  const graph = causeGraph(observations)
  const named = sightings.flatMap((sighting) => sighting.observations.map((id) => [id, sighting.name] as const))
  const nameOf = new Map(named)
  const cause = ({ kind, name, observation }: CauseNode, edge: CauseEdge | null): Cause => ({
    kind,
    name,
    vendor: (observation && nameOf.get(observation.id)) ?? null,
    observationId: observation?.id ?? null,
    requestId: observation?.kind === 'request' ? observation.requestId : null,
    line: edge?.line ?? null,
  })
  const trail = (id: string): readonly Cause[] => {
    const edges = graph.chain(id).toReversed()
    const [first] = edges
    return first ? [cause(first.cause, null), ...edges.map((edge) => cause(edge.effect, edge))] : []
  }
  const trails = new Map<string, readonly Cause[]>()
  for (const id of findings.flatMap(({ evidence }) => evidence)) {
    if (trails.has(id)) continue
    const causes = trail(id)
    if (causes.length > 0) trails.set(id, causes)
  }
  return trails
}
