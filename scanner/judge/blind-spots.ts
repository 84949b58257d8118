import type { ConsentState, Evidence, Gap, ObservationOf } from '../model.ts'
import type { BlindSpot } from '../rules/rule.ts'
import { told } from '../said.ts'

/** Where the evidence cannot speak of a state: gaps, steps that were not reached, pages that answered with an error. */
export function blindSpotsOf(evidence: Evidence): readonly BlindSpot[] {
  const pages = new Map<string, ObservationOf<'page'>>()
  const choices = new Map<string, ObservationOf<'choice'>>()
  const runs = new Map<ConsentState, Set<number>>(evidence.plan.states.map((state) => [state, new Set()]))
  for (const seen of evidence.observations) {
    runs.get(seen.journey)?.add(seen.run)
    if (seen.kind === 'page' && seen.state === seen.journey)
      pages.set(`${seen.run} ${seen.journey} ${seen.stepId}`, seen)
    if (seen.kind === 'choice') choices.set(`${seen.run} ${seen.journey}`, seen)
  }
  return evidence.plan.states.flatMap((state) =>
    [...(runs.get(state) ?? [])]
      .toSorted((a, b) => a - b)
      .flatMap((run) => ofJourney(evidence, state, run, pages, choices.get(`${run} ${state}`)?.stepId ?? null)),
  )
}

function ofJourney(
  { plan, gaps }: Evidence,
  state: ConsentState,
  run: number,
  pages: ReadonlyMap<string, ObservationOf<'page'>>,
  choiceStepId: string | null,
): readonly BlindSpot[] {
  const here = gaps.filter((gap) => gap.run === run && gap.journey === state && gap.blinds.length > 0)
  // A collector that failed while the choice was made was not attached again.
  const lasting = here.filter((gap) => gap.state === 'choosing' && gap.kind === 'collector-failed')
  // Before the step of the choice there was no state to speak of.
  const steps = plan.steps.slice(
    Math.max(
      0,
      plan.steps.findIndex(({ id }) => id === choiceStepId),
    ),
  )
  return steps.flatMap(({ id: stepId, label }) => {
    const spot = (blinds: BlindSpot['blinds'], reason: string) => ({
      run,
      state,
      stepId,
      blinds,
      reason: told`${label}: ${reason}`,
    })
    const own = here.filter((gap) => gap.state === state && gap.stepId === stepId)
    const page = pages.get(`${run} ${state} ${stepId}`)
    if (!page) return [spot('all', reasonFor(gaps, state, run, stepId) ?? told`not visited`)]
    const error =
      page.status !== null && page.status >= 400 ? [spot('all', told`answered with error ${page.status}`)] : []
    return [...error, ...[...lasting, ...own].map((gap) => spot(gap.blinds, gap.reason))]
  })
}

/** Why a step was not reached, where a gap says so. */
function reasonFor(gaps: readonly Gap[], state: ConsentState, run: number, stepId: string): string | null {
  const gap = gaps.find((each) => each.run === run && each.journey === state && each.stepId === stepId)
  return gap ? told`not visited, ${gap.reason}` : null
}
