import type { ConsentState, Finding, ObservationKind, StateAssessment, Wording } from '../model.ts'
import { counted, listed, when, type CountedThing } from '../phrases.ts'
import type { DraftFinding, Rule, Verdict } from '../rules/rule.ts'
import { outcomeUnder } from '../readings.ts'
import { asWritten, capitalised, NOTHING, said, spelled, together } from '../said.ts'
import { steadyName } from '../words.ts'
import { blindTo, runsOf, stateOf, type Court } from './court.ts'
import { readingsOf, type Question } from './readings.ts'

/** A finding, and how its sentences are made. */
export interface Worded {
  readonly finding: Finding
  readonly wordings: readonly Wording[]
}

/** A draft and the number of runs that showed it. */
export interface Seen {
  readonly draft: DraftFinding
  readonly runs: number
}

/** A draft that was seen in some of the runs, under the law of each jurisdiction. */
export function weighed(
  court: Court,
  rule: Rule,
  { state, proven }: StateAssessment,
  { draft, runs: seen }: Seen,
): Worded {
  const { vendorId, category, outcome, severity, readings: open, exceeds } = draft
  const consent = vendorId === null ? 'unknown' : court.vendor(vendorId).consent
  const mayBeExempt = consent === 'depends' || consent === 'exempt'
  const answer = answered(court, { rule, category, outcome, severity, open, exceeds, mayBeExempt })
  return worded(answer, draft, {
    key: keyOf(rule, state, draft.subject, draft.item),
    title: rule.title,
    state,
    stepIds: court.evidence.plan.steps.map(({ id }) => id).filter((id) => draft.stepIds.includes(id)),
    vendorId,
    seen: { runs: seen, of: proven.length },
    stability: stabilityOf(seen, proven.length),
    evidence: draft.evidence,
  })
}

/** What the silence of a rule means: that it passes only where everything it needs was seen. */
export function silent(court: Court, rule: Rule, assessed: StateAssessment, answers: readonly Verdict[]): Worded {
  const { state, runs, proven, because } = assessed
  const spoken = answers.flatMap((answer) => ('outcome' in answer ? [answer] : []))
  const unclear = spoken.find(({ outcome }) => outcome === 'unclear')
  if (unclear) return finding(court, rule, state, { outcome: 'unclear', summary: unclear.because })
  const blind = blindTo(court, rule, state).map(({ reason }) => asWritten(reason))
  if (blind.length > 0) {
    const summary = said`Nothing was found ${when(state)}, but this is no pass. Not everything could be seen: ${listed(blind)}.`
    return finding(court, rule, state, { outcome: 'unclear', summary })
  }
  if (proven.length < runs) {
    const summary = said`Nothing was found ${when(state)}, but this is no pass: that state was proven ${asWritten(because)}.`
    return finding(court, rule, state, { outcome: 'unclear', summary })
  }
  const [without] = spoken
  return without && spoken.length === answers.length
    ? finding(court, rule, state, { outcome: 'not-applicable', summary: without.because })
    : finding(court, rule, state, {
        outcome: 'pass',
        summary: said`${capitalised(when(state))} ${rule.holds}; ${readOf(court, rule, state)}.`,
      })
}

/** What can be said of a state that the scan could not prove: nothing, and why. */
export function unproven(court: Court, rule: Rule, state: ConsentState, assessed: StateAssessment | undefined): Worded {
  const because = assessed ? asWritten(assessed.because) : said`it was not visited`
  switch (assessed?.verdict) {
    case 'no-banner':
      return finding(court, rule, state, {
        outcome: 'not-applicable',
        summary: said`There was no banner to choose on, so nothing can be said of what happens ${when(state)} (${because}).`,
      })
    case 'not-offered':
      return finding(court, rule, state, {
        outcome: 'not-applicable',
        summary: said`The banner did not offer this choice, so nothing can be said of what happens ${when(state)} (${because}).`,
      })
    default:
      return finding(court, rule, state, {
        outcome: 'unclear',
        summary: said`Nothing is said of what happens ${when(state)}, because that state was not proven (${because}).`,
      })
  }
}

/** A finding about the rule and state as a whole. */
export function finding(
  court: Court,
  rule: Rule,
  state: ConsentState | null,
  { outcome, summary }: Pick<Finding, 'outcome'> & { readonly summary: Wording },
): Worded {
  const of = state === null ? 0 : (stateOf(court, state)?.proven.length ?? 0)
  const runs = outcome === 'pass' ? of : 0
  const answer = answered(court, { ...NO_DRAFT, rule, outcome })
  return worded(
    answer,
    { summary, fix: NOTHING },
    {
      key: keyOf(rule, state, '', ''),
      title: rule.title,
      state,
      stepIds: [],
      vendorId: null,
      seen: { runs, of },
      stability: stabilityOf(runs, of),
      evidence: [],
    },
  )
}

const NO_DRAFT = { category: null, severity: null, open: null, exceeds: null, mayBeExempt: false } as const

type Answer = Pick<Finding, 'ruleId' | 'outcome' | 'severity' | 'law' | 'readings'>

function worded(
  { notes, ...answer }: Answer & { readonly notes: readonly Wording[] },
  { summary, fix }: Pick<DraftFinding, 'summary' | 'fix'>,
  { key, title, ...rest }: Omit<Finding, keyof Answer | 'summary' | 'fix'>,
): Worded {
  return {
    finding: { ...answer, key, title, summary: spelled(summary), fix: spelled(fix), ...rest },
    wordings: [summary, fix, ...notes],
  }
}

/** The answers of all legal orders; that of the first one is the finding's own. */
function answered(court: Court, question: Question): Answer & { readonly notes: readonly Wording[] } {
  const [{ id, notes }] = court.jurisdictions
  const made = readingsOf(court.jurisdictions, question)
  const readings = made.map((each) => ({ ...each, note: spelled(each.note) }))
  const own = readings.find(({ jurisdiction }) => jurisdiction === id)
  const outcome = outcomeUnder(id, readings)
  const { rule, category } = question
  const note = outcome === 'fail' || outcome === 'unclear' ? (notes[`${rule.id} ${category}`] ?? notes[rule.id]) : null
  const law = own?.law ?? rule.law
  return {
    ruleId: rule.id,
    outcome,
    severity: own?.severity ?? rule.severity,
    law: note ? [...law, note] : law,
    readings,
    notes: made.map((each) => each.note),
  }
}

function stabilityOf(runs: number, of: number): Finding['stability'] {
  if (of <= 1) return 'unrepeated'
  return runs === 0 || runs === of ? 'stable' : 'intermittent'
}

function keyOf({ id }: Rule, state: ConsentState | null, subject: string, item: string): string {
  const parts = [id, state ?? '', steadyName(subject), steadyName(item)]
  return parts.map((part) => part.replaceAll('|', '%7C')).join('|')
}

/** What the answer rests on: `read: 34 cookie writes on 5 of 5 pages`. */
function readOf(court: Court, { needs }: Rule, state: ConsentState): Wording {
  const { evidence, observations } = court
  const runs = runsOf(court, state)
  const counts = needs
    // The layers of a banner are measured while the choice is made, in no state.
    .filter((kind) => kind !== 'page' && kind !== 'banner-interface')
    .map((kind) => {
      const amount = runs.reduce((sum, run) => sum + observations.of(run, state, [kind]).length, 0)
      const thing = NAMES[kind]
      return thing === undefined ? said`${amount} of ${kind}` : counted(amount, thing)
    })
  const pages = new Set(runs.flatMap((run) => observations.of(run, state, ['page'])).map(({ stepId }) => stepId))
  const inRuns = runs.length > 1 ? said` in ${runs.length} runs` : NOTHING
  return said`read: ${together(counts, ', ')} on ${pages.size} of ${counted(evidence.plan.steps.length, 'page')}${inRuns}`
}

const NAMES: Readonly<Partial<Record<ObservationKind, CountedThing>>> = {
  request: 'request',
  cookie: 'cookie',
  banner: 'banner',
  signal: 'signal',
  socket: 'socket',
  cname: 'cname',
  declaration: 'declaration',
  'api-call': 'api-call',
  'canary-seen': 'canary-seen',
  'cookie-write': 'cookie write',
  'storage-write': 'storage write',
  storage: 'storage item',
  'privacy-controls': 'privacy survey',
}
