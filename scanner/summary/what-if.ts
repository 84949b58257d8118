import type { ConsentState, Evidence, Sighting, StateAssessment, WhatIf, WhatIfItem } from '../model.ts'
import type { Effect } from '../rules/rule.ts'
import { steadyName } from '../words.ts'

export interface WhatIfOptions {
  readonly states: readonly StateAssessment[]
  /** What each sighting did, by sighting id. */
  readonly effects: ReadonlyMap<string, Effect>
}

/**
 * What became of the accepted journey when chosen vendors were held back as a consent gate would hold them: what is gone,
 * what of them was there all the same, and what else stopped working. `null` unless both journeys were proven.
 */
export function whatIfOf(evidence: Evidence, sightings: readonly Sighting[], options: WhatIfOptions): WhatIf | null {
  const { states, effects } = options
  const isProven = (state: ConsentState): boolean =>
    states.some((each) => each.state === state && each.verdict === 'proven')
  if (!isProven('accepted') || !isProven('gated')) return null
  const effectOf = ({ id }: Sighting): Effect => effects.get(id) ?? 'kept'
  const on = (state: ConsentState): readonly Sighting[] => sightings.filter((each) => each.state === state)
  const [accepted, gated] = [on('accepted'), on('gated')]
  const both = reachedInBoth(evidence)
  const heldBack = heldRequests(evidence)
  const held = new Map(
    gated.flatMap((each) =>
      each.observations.some((id) => heldBack.has(id)) ? [[each.vendorId ?? each.host, each.name] as const] : [],
    ),
  )
  const isHeld = ({ vendorId, host }: Sighting): boolean => held.has(vendorId ?? host)
  const active = (all: readonly Sighting[]): readonly Sighting[] => all.filter((each) => DOES.has(effectOf(each)))
  const there = new Set(active(gated).map(keyOf))
  const gone = active(accepted).filter((each) => both.has(each.stepId) && !there.has(keyOf(each)))
  const failed = new Set(gated.filter((each) => effectOf(each) === 'blocked' && !isHeld(each)).map(keyOf))
  return {
    held: [...held].map(([vendor, name]) => ({ vendor, name })),
    gone: itemsOf(gone),
    leaks: itemsOf(active(gated).filter(isHeld)),
    // Not the held vendor's own: what else was asked for, answered after accept, and failed now.
    broken: itemsOf(gone.filter((each) => each.kind === 'request' && failed.has(keyOf(each)))),
    stepsLost: evidence.plan.steps
      .map(({ id }) => id)
      .filter((id) => reached(evidence, 'accepted').has(id) && !reached(evidence, 'gated').has(id)),
  }
}

const DOES: ReadonlySet<Effect> = new Set(['stored', 'sent'])

/** Requests that the scan itself held back; they say so. */
function heldRequests({ observations }: Evidence): ReadonlySet<string> {
  const held = observations.filter(
    (seen) =>
      seen.kind === 'request' && seen.state === 'gated' && seen.fate === 'blocked' && seen.failure === 'held-back',
  )
  return new Set(held.map(({ id }) => id))
}

/** In every run in which the state was visited at all. */
function reached({ observations }: Evidence, state: ConsentState): ReadonlySet<string> {
  const pages = observations.filter((seen) => seen.kind === 'page' && seen.state === state && (seen.status ?? 0) < 400)
  const runs = new Set(pages.map(({ run }) => run))
  const byStep = Map.groupBy(pages, ({ stepId }) => stepId)
  return new Set([...byStep].filter(([, on]) => new Set(on.map(({ run }) => run)).size === runs.size).map(([id]) => id))
}

function reachedInBoth(evidence: Evidence): ReadonlySet<string> {
  const gated = reached(evidence, 'gated')
  return new Set([...reached(evidence, 'accepted')].filter((id) => gated.has(id)))
}

function keyOf({ vendorId, host, kind, item }: Sighting): string {
  return [vendorId ?? host, kind, steadyName(item)].join('\n')
}

function itemsOf(sightings: readonly Sighting[]): readonly WhatIfItem[] {
  const byKey = Map.groupBy(sightings, keyOf)
  return [...byKey.values()].flatMap((same) => {
    const [first] = same
    if (!first) return []
    const { vendorId, name, category, kind, item } = first
    const stepIds = [...new Set(same.map(({ stepId }) => stepId))]
    const observations = same.flatMap((each) => each.observations).slice(0, MOST_CITED)
    return [{ vendorId, name, category, kind, item: steadyName(item), stepIds, observations }]
  })
}

const MOST_CITED = 20
