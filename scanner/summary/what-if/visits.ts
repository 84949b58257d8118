import type { Evidence, Observation, ObservationKind, ObservationOf } from '../../model.ts'

/** The accepted journey and the one with vendors held back. */
export type Journey = 'accepted' | 'gated'

/** The steps a journey reached in every run in which it was made at all. */
export function reached({ observations }: Evidence, journey: Journey): ReadonlySet<string> {
  const pages = observations.filter(
    (seen): seen is ObservationOf<'page'> => seen.kind === 'page' && seen.state === journey && (seen.status ?? 0) < 400,
  )
  const runs = new Set(pages.map(({ run }) => run))
  const byStep = Map.groupBy(pages, ({ stepId }) => stepId)
  return new Set([...byStep].filter(([, on]) => new Set(on.map(({ run }) => run)).size === runs.size).map(([id]) => id))
}

export function reachedInBoth(evidence: Evidence): ReadonlySet<string> {
  const gated = reached(evidence, 'gated')
  return new Set([...reached(evidence, 'accepted')].filter((id) => gated.has(id)))
}

/**
 * Facts of a kind that is told on every page, whatever is there: those of each journey on these steps. `null` where a
 * visit lacks one, or has one that is cut, for then its silence says nothing.
 */
export function toldOnEach<K extends ObservationKind>(
  { observations }: Evidence,
  kind: K,
  steps: ReadonlySet<string>,
): Readonly<Record<Journey, readonly ObservationOf<K>[]>> | null {
  const visits = new Set<string>()
  const told = new Set<string>()
  const facts: Record<Journey, ObservationOf<K>[]> = { accepted: [], gated: [] }
  for (const seen of observations) {
    if ((seen.state !== 'accepted' && seen.state !== 'gated') || !steps.has(seen.stepId)) continue
    const visit = `${seen.state} ${seen.run} ${seen.stepId}`
    if (seen.kind === 'page') visits.add(visit)
    if (!isOf(seen, kind)) continue
    if ('isCut' in seen && seen.isCut) return null
    told.add(visit)
    facts[seen.state].push(seen)
  }
  return [...visits].every((visit) => told.has(visit)) ? facts : null
}

function isOf<K extends ObservationKind>(seen: Observation, kind: K): seen is ObservationOf<K> {
  return seen.kind === kind
}
