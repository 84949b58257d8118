import type { ConsentState, Evidence, Sighting, StateAssessment, WhatIf } from '../model.ts'
import type { Effect } from '../rules/rule.ts'
import { isProven } from '../states.ts'
import { storedBecauseOf } from './what-if/causes.ts'
import { newErrors } from './what-if/errors.ts'
import { itemsOf, keyOf } from './what-if/items.ts'
import { playersLost } from './what-if/players.ts'
import { reached, reachedInBoth } from './what-if/visits.ts'

export interface WhatIfOptions {
  readonly states: readonly StateAssessment[]
  /** What each sighting did, by sighting id. */
  readonly effects: ReadonlyMap<string, Effect>
}

/**
 * What became of the accepted journey when chosen vendors were held back as a consent gate would hold them: what is gone,
 * what of them was there all the same, and what else stopped working. `null` unless both journeys were proven.
 */
export function whatIfOf(
  whole: Evidence,
  sightings: readonly Sighting[],
  { states, effects }: WhatIfOptions,
): WhatIf | null {
  const isSpokenOf = (state: ConsentState): boolean =>
    states.some((each) => each.state === state && each.verdict === 'proven')
  if (!isSpokenOf('accepted') || !isSpokenOf('gated')) return null
  const evidence = {
    ...whole,
    observations: whole.observations.filter(({ journey, run }) => isProven(states, { state: journey, run })),
  }
  const effectOf = ({ id }: Sighting): Effect => effects.get(id) ?? 'kept'
  const on = (state: ConsentState): readonly Sighting[] =>
    sightings.filter((each) => each.state === state && isProven(states, each))
  const [accepted, gated] = [on('accepted'), on('gated')]
  const both = reachedInBoth(evidence)
  const heldBack = heldRequests(evidence)
  const stopped = gated.filter((each) => each.observations.some((id) => heldBack.has(id)))
  const held = new Map(stopped.map(({ vendorId, host, name }) => [vendorId ?? host, name] as const))
  const isHeld = ({ vendorId, host }: Sighting): boolean => held.has(vendorId ?? host)
  const active = (all: readonly Sighting[]): readonly Sighting[] => all.filter((each) => DOES.has(effectOf(each)))
  const there = new Set(active(gated).map(keyOf))
  const gone = active(accepted).filter((each) => both.has(each.stepId) && !there.has(keyOf(each)))
  const failed = new Set(gated.filter((each) => effectOf(each) === 'blocked' && !isHeld(each)).map(keyOf))
  const [before, now] = [reached(evidence, 'accepted'), reached(evidence, 'gated')]
  const missing = (ids: readonly string[]): readonly string[] => ids.filter((id) => before.has(id) && !now.has(id))
  const sending = evidence.plan.steps.filter(({ go }) => go.kind === 'submit').map(({ id }) => id)
  const forms = sending.filter((id) => before.has(id))
  const framed = framedDocuments(evidence)
  return {
    held: [...held].map(([vendor, name]) => ({ vendor, name })),
    gone: itemsOf(gone),
    leaks: itemsOf(active(gated).filter(isHeld)),
    // Not the held vendor's own: what else was asked for, answered after accept, and failed now.
    broken: itemsOf(gone.filter((each) => each.kind === 'request' && failed.has(keyOf(each)))),
    stepsLost: missing(evidence.plan.steps.map(({ id }) => id)),
    forms: { sent: forms, lost: missing(forms) },
    errors: newErrors(evidence, both),
    players: playersLost(evidence, both),
    embeds: itemsOf(gone.filter((each) => each.observations.some((id) => framed.has(id)))),
    without: storedBecauseOf(evidence, sightings, gone, new Set(stopped.map(keyOf))),
  }
}

/** What was kept was stored while the visitor chose. */
const DOES: ReadonlySet<Effect> = new Set(['stored', 'sent', 'kept'])

/** Requests that the scan itself held back; they say so. */
function heldRequests({ observations }: Evidence): ReadonlySet<string> {
  const held = observations.filter(
    (seen) =>
      seen.kind === 'request' && seen.state === 'gated' && seen.fate === 'blocked' && seen.failure === 'held-back',
  )
  return new Set(held.map(({ id }) => id))
}

/** Requests for what stands in frames, not for the pages the visitor goes to. */
function framedDocuments({ observations }: Evidence): ReadonlySet<string> {
  const framed = observations.filter(
    (seen) =>
      seen.kind === 'request' &&
      seen.resourceType === 'document' &&
      seen.frameId !== null &&
      !(seen.target.type === 'page' && seen.target.targetId === seen.frameId),
  )
  return new Set(framed.map(({ id }) => id))
}
