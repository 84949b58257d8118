import { createHash } from 'node:crypto'
import type { Named } from '../knowledge/answers.ts'
import type { Moment, Plan, Sighting, Stamp } from '../model.ts'

interface Keyed {
  readonly named: Named
  readonly host: string
  readonly first: Stamp & { readonly kind: string }
}

/** What makes two observations of one moment the same sighting. */
export function itemKey({ named: { identification, item }, host, first: { kind } }: Keyed): string {
  const { vendorId, name, category, purpose } = identification
  return `${kind}\n${vendorId ?? name}\n${category}\n${purpose ?? ''}\n${host}\n${item}`
}

/** The same in every assessment of the same evidence, and short enough to cite. */
export function sightingId(keyed: Keyed): string {
  const { run, journey, state, stepId } = keyed.first
  const key = `${run}\n${journey}\n${state}\n${stepId}\n${itemKey(keyed)}`
  return `s-${createHash('sha256').update(key).digest('hex').slice(0, 12)}`
}

/** In the order a reader walks: run, state, step, then vendor and item. */
export function inOrder(sightings: readonly Sighting[], plan: Plan): readonly Sighting[] {
  const states = new Map(plan.states.map((state, at) => [state, at]))
  const steps = new Map(plan.steps.map(({ id }, at) => [id, at]))
  const moment = (state: Moment): number => (state === 'no-choice' ? 0 : state === 'choosing' ? 1 : 2)
  const keys = new Map(
    sightings.map((sighting) => {
      const { run, journey, stepId, state, kind, host, item } = sighting
      const walk = [run, states.get(journey) ?? 99, steps.get(stepId) ?? 999, moment(state)].map((at) =>
        String(at).padStart(4, '0'),
      )
      return [
        sighting.id,
        [...walk, sighting.vendorId ?? `~${sighting.name}`, kind, host, item, sighting.id].join('\n'),
      ]
    }),
  )
  const keyOf = ({ id }: Sighting): string => keys.get(id) ?? id
  return sightings.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
}
