import type { Assessment, ConsentState, Finding } from '../model.ts'
import { isProven } from '../states.ts'
import { listed, when } from '../words.ts'

/** Why a scan could not have seen something in this state on these pages; `null` when it could have. */
export function blindnessOf(scan: Assessment, state: ConsentState, stepIds: readonly string[]): string | null {
  const assessed = scan.states.find((each) => each.state === state)
  if (!assessed) return `nobody looked at what happens ${when(state)}`
  if (assessed.verdict !== 'proven') return `what happens ${when(state)} was not proven (${assessed.because})`
  const unseen = stepIds.filter((id) => !sees(scan, state, id))
  if (unseen.length === 0) return null
  const labels = unseen.map((id) => scan.steps.find((step) => step.id === id)?.label ?? id)
  return `${listed(labels)} could not be seen ${when(state)}`
}

/** As above, of what a rule would have said. */
export function blindnessTo(scan: Assessment, { ruleId, state, stepIds }: Finding): string | null {
  if (!scan.versions.rules.includes(ruleId)) return `${ruleId} was not asked`
  if (state === null) return null
  const blind = blindnessOf(scan, state, stepIds)
  if (blind !== null) return blind
  const open = scan.findings.find(
    (each) =>
      each.ruleId === ruleId && each.state === state && each.outcome === 'unclear' && each.evidence.length === 0,
  )
  return open ? lowered(open.summary) : null
}

/** Every visit of this page in this state was made and answered, in the runs that proved it. */
export function sees({ states, coverage }: Assessment, state: ConsentState, stepId: string): boolean {
  const visits = coverage.visits.filter(
    (visit) => visit.state === state && visit.stepId === stepId && isProven(states, visit),
  )
  return visits.length > 0 && visits.every(({ visited, status }) => visited && (status ?? 0) < 400)
}

function lowered(text: string): string {
  return `${text.charAt(0).toLowerCase()}${text.slice(1)}`.replace(/\.$/, '')
}
