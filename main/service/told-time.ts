import type { Evidence, Observation } from '../../scanner/model.ts'
import type { ToldTime } from '../contract.ts'

/** The time a person asks for: since the latest click on the banner, before any since the page was asked for, and where
 *  neither was seen since the run began. */
export function toldTime(seen: Observation, evidence: Pick<Evidence, 'observations'>): ToldTime {
  const { clickedAt, loadedAt } = beginningsFor(seen, evidence)
  if (clickedAt !== null) return { since: 'click', ms: seen.at - clickedAt }
  if (loadedAt !== null) return { since: 'load', ms: seen.at - loadedAt }
  return { since: 'start', ms: seen.at }
}

/** When the page of this step was asked for, and when the choice was clicked that came before, in ms since the run began. */
export function beginningsFor(seen: Observation, evidence: Pick<Evidence, 'observations'>) {
  const { clicks, documents } = beginningsOf(evidence)
  const loadedAt = documents.get(visitOf(seen)) ?? Infinity
  return {
    loadedAt: loadedAt <= seen.at ? loadedAt : null,
    clickedAt: clicks.get(journeyOf(seen))?.findLast((at) => at <= seen.at) ?? null,
  }
}

interface Beginnings {
  /** By journey, in the order of time. */
  readonly clicks: ReadonlyMap<string, readonly number[]>
  /** By visit of a step: the first request for a document. */
  readonly documents: ReadonlyMap<string, number>
}

const known = new WeakMap<readonly Observation[], Beginnings>()

function beginningsOf({ observations }: Pick<Evidence, 'observations'>): Beginnings {
  const there = known.get(observations) ?? read(observations)
  known.set(observations, there)
  return there
}

function read(observations: readonly Observation[]): Beginnings {
  const clicks = new Map<string, number[]>()
  const documents = new Map<string, number>()
  for (const seen of observations) {
    if (seen.kind === 'choice')
      clicks.set(
        journeyOf(seen),
        [...(clicks.get(journeyOf(seen)) ?? []), ...seen.clicks.map(({ at }) => at)].toSorted((a, b) => a - b),
      )
    if (seen.kind === 'request' && seen.resourceType === 'document' && seen.target.type === 'page')
      documents.set(visitOf(seen), Math.min(seen.at, documents.get(visitOf(seen)) ?? Infinity))
  }
  return { clicks, documents }
}

function journeyOf({ run, journey }: Observation): string {
  return `${run} ${journey}`
}

function visitOf({ run, journey, state, stepId }: Observation): string {
  return `${run} ${journey} ${state} ${stepId}`
}
