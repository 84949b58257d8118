import type { Category, ConsentState, Finding, ObservationKind, StateAssessment } from '../model.ts'
import type { DraftFinding, Rule, Verdict } from '../rules/rule.ts'
import { counted, listed, sentence, when } from '../words.ts'
import { blindTo, runsOf, stateOf, type Court } from './court.ts'

/** A draft and the number of runs that showed it. */
export interface Seen {
  readonly draft: DraftFinding
  readonly runs: number
}

/** A draft that was seen in some of the runs, under the law of the jurisdiction. */
export function weighed(
  court: Court,
  rule: Rule,
  { state, runs }: StateAssessment,
  { draft, runs: seen }: Seen,
): Finding {
  const { severity, strict } = court.jurisdiction
  const ofCategory = `${rule.id} ${draft.category}`
  const isOpen = draft.readings !== null && !strict.includes(rule.id) && !strict.includes(ofCategory)
  const readings = draft.readings
    ? ` Strict reading: ${draft.readings.strict} Tolerant reading: ${draft.readings.tolerant}`
    : ''
  const some = seen < runs ? ` Seen in ${seen} of ${runs} runs.` : ''
  return {
    ...finding(court, rule, state, {
      outcome: isOpen ? 'unclear' : draft.outcome,
      summary: `${draft.summary}${readings}${some}`,
      category: draft.category,
    }),
    key: keyOf(rule, state, draft.subject, draft.item),
    severity: severity[ofCategory] ?? draft.severity ?? severity[rule.id] ?? rule.severity,
    fix: draft.fix,
    stepIds: court.evidence.plan.steps.map(({ id }) => id).filter((id) => draft.stepIds.includes(id)),
    vendorId: draft.vendorId,
    seen: { runs: seen, of: runs },
    evidence: draft.evidence,
  }
}

/** What the silence of a rule means: that it passes only where everything it needs was seen. */
export function silent(court: Court, rule: Rule, { state }: StateAssessment, answers: readonly Verdict[]): Finding {
  const spoken = answers.flatMap((answer) => ('outcome' in answer ? [answer] : []))
  const unclear = spoken.find(({ outcome }) => outcome === 'unclear')
  if (unclear) return finding(court, rule, state, { outcome: 'unclear', summary: unclear.because })
  const blind = blindTo(court, rule, state).map(({ reason }) => reason)
  if (blind.length > 0) {
    const summary = `Nothing was found ${when(state)}, but this is no pass. Not everything could be seen: ${listed(blind)}.`
    return finding(court, rule, state, { outcome: 'unclear', summary })
  }
  const [without] = spoken
  return without && spoken.length === answers.length
    ? finding(court, rule, state, { outcome: 'not-applicable', summary: without.because })
    : finding(court, rule, state, {
        outcome: 'pass',
        summary: `${sentence(when(state))} ${rule.holds}; ${readOf(court, rule, state)}.`,
      })
}

/** What can be said of a state that the scan could not prove: nothing, and why. */
export function unproven(
  court: Court,
  rule: Rule,
  state: ConsentState,
  assessed: StateAssessment | undefined,
): Finding {
  const because = assessed?.because ?? 'it was not visited'
  switch (assessed?.verdict) {
    case 'no-banner':
      return finding(court, rule, state, {
        outcome: 'not-applicable',
        summary: `There was no banner to choose on, so nothing can be said of what happens ${when(state)} (${because}).`,
      })
    case 'not-offered':
      return finding(court, rule, state, {
        outcome: 'not-applicable',
        summary: `The banner did not offer this choice, so nothing can be said of what happens ${when(state)} (${because}).`,
      })
    default:
      return finding(court, rule, state, {
        outcome: 'unclear',
        summary: `Nothing is said of what happens ${when(state)}, because that state was not proven (${because}).`,
      })
  }
}

/** A finding about the rule and state as a whole. */
export function finding(
  court: Court,
  rule: Rule,
  state: ConsentState | null,
  { outcome, summary, category = null }: Pick<Finding, 'outcome' | 'summary'> & { readonly category?: Category | null },
): Finding {
  const { severity, law, notes } = court.jurisdiction
  const of = state === null ? 0 : (stateOf(court, state)?.runs ?? 0)
  const ofCategory = `${rule.id} ${category}`
  const note = notes[ofCategory] ?? notes[rule.id]
  const clauses = law[ofCategory] ?? law[rule.id] ?? rule.law
  const isOpen = outcome === 'fail' || outcome === 'unclear'
  return {
    ruleId: rule.id,
    key: keyOf(rule, state, '', ''),
    outcome,
    severity: severity[rule.id] ?? rule.severity,
    title: rule.title,
    summary,
    fix: '',
    law: isOpen && note !== undefined ? [...clauses, note] : clauses,
    state,
    stepIds: [],
    vendorId: null,
    seen: { runs: outcome === 'pass' ? of : 0, of },
    evidence: [],
  }
}

function keyOf({ id }: Rule, state: ConsentState | null, subject: string, item: string): string {
  return [id, state ?? '', subject, item].map((part) => part.replaceAll('|', '%7C')).join('|')
}

/** What the answer rests on: `read: 34 cookie writes on 5 of 5 pages`. */
function readOf(court: Court, { needs }: Rule, state: ConsentState): string {
  const { evidence, observations } = court
  const runs = runsOf(court, state)
  const counts = needs
    .filter((kind) => kind !== 'page')
    .map((kind) => {
      const amount = runs.reduce((sum, run) => sum + observations.of(run, state, [kind]).length, 0)
      return counted(amount, NAMES[kind] ?? kind)
    })
  const pages = new Set(runs.flatMap((run) => observations.of(run, state, ['page'])).map(({ stepId }) => stepId))
  const inRuns = runs.length > 1 ? ` in ${runs.length} runs` : ''
  return `read: ${counts.join(', ')} on ${pages.size} of ${counted(evidence.plan.steps.length, 'page')}${inRuns}`
}

const NAMES: Readonly<Partial<Record<ObservationKind, string>>> = {
  'cookie-write': 'cookie write',
  'storage-write': 'storage write',
  storage: 'storage item',
}
