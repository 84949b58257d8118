import type { Assessment, Blindness, ConsentState, Finding, ObservationKind } from '../model.ts'
import { isProven } from '../states.ts'

/** Why a scan could not have seen anything on this page in this state; `null` when it was there to see. */
export function blindnessAt(scan: Assessment, state: ConsentState, stepId: string): Blindness | null {
  const assessed = scan.states.find((each) => each.state === state)
  if (!assessed) return { kind: 'no-such-state' }
  if (!scan.steps.some(({ id }) => id === stepId)) return { kind: 'no-such-step' }
  const { verdict, because } = assessed
  if (verdict !== 'proven') return { kind: 'unproven', verdict, because }
  return sees(scan, state, stepId) ? null : { kind: 'unseen-page', stepIds: [stepId] }
}

/** Why silence on a page that was seen says nothing all the same; `null` when it does. */
export function gapAt(scan: Assessment, state: ConsentState, stepId: string): Blindness | null {
  const hiding = scan.coverage.gaps.find(
    (gap) =>
      gap.journey === state &&
      isProven(scan.states, { state, run: gap.run }) &&
      // A collector that failed while the choice was made was not attached again.
      ((gap.state === state && gap.stepId === stepId) ||
        (gap.state === 'choosing' && gap.kind === 'collector-failed')) &&
      gap.blinds.some((kind) => DRAWN.has(kind)),
  )
  return hiding ? { kind: 'gap', because: hiding.reason } : null
}

/** What a mark of the matrix is made of. */
const DRAWN: ReadonlySet<ObservationKind> = new Set(['request', 'cookie-write', 'cookie', 'storage-write', 'storage'])

/** Why a scan could not have come to this finding of the other one; `null` when it could have. */
export function blindnessTo(scan: Assessment, { ruleId, state, stepIds }: Finding): Blindness | null {
  if (!scan.versions.rules.includes(ruleId)) return { kind: 'rule-not-asked' }
  if (state === null) return null
  const blind = stepIds.flatMap((id) => blindnessAt(scan, state, id) ?? [])
  const [first] = blind
  if (first) {
    const unseen = blind.flatMap((each) => (each.kind === 'unseen-page' ? each.stepIds : []))
    return first.kind === 'unseen-page' ? { kind: 'unseen-page', stepIds: unseen } : first
  }
  const open = scan.findings.find(
    (each) =>
      each.ruleId === ruleId && each.state === state && each.outcome === 'unclear' && each.evidence.length === 0,
  )
  return open ? { kind: 'gap', because: open.summary } : null
}

/** Every visit of this page in this state was made and answered, in the runs that proved it. */
export function sees({ states, coverage }: Assessment, state: ConsentState, stepId: string): boolean {
  const visits = coverage.visits.filter(
    (visit) => visit.state === state && visit.stepId === stepId && isProven(states, visit),
  )
  return visits.length > 0 && visits.every(({ visited, status }) => visited && (status ?? 0) < 400)
}
