import type { ConsentState, Evidence, Finding, Outcome, Severity, Sighting, Wording } from './model.ts'
import { contextOf, openCourt, runsOf, stateOf, type Court, type JudgeOptions } from './judge/court.ts'
import { finding, silent, unproven, weighed, type Seen, type Worded } from './judge/findings.ts'
import type { DraftFinding, Rule, Verdict } from './rules/rule.ts'
import { listed, when } from './phrases.ts'
import { distinct, said } from './said.ts'
import { steadyName } from './words.ts'

export interface Judgement {
  readonly findings: readonly Finding[]
  /** How their sentences are made. */
  readonly wordings: readonly Wording[]
}

/**
 * Stage 7: asks every rule of every state it declares, showing it only what it declared and only what was proven.
 * Passes and open questions are findings too: silence is never an answer.
 */
export function judge(evidence: Evidence, sightings: readonly Sighting[], options: JudgeOptions): Judgement {
  const court = openCourt(evidence, sightings, options)
  const worded = options.rules.flatMap((rule) => askRule(court, rule))
  const sorted = worded.toSorted(
    ({ finding: a }, { finding: b }) =>
      OUTCOMES.indexOf(a.outcome) - OUTCOMES.indexOf(b.outcome) ||
      SEVERITIES.indexOf(b.severity) - SEVERITIES.indexOf(a.severity) ||
      (a.key < b.key ? -1 : Number(a.key > b.key)),
  )
  return {
    findings: sorted.map((each) => each.finding),
    wordings: distinct(sorted.flatMap((each) => each.wordings)),
  }
}

/** Lightest first. */
const SEVERITIES: readonly Severity[] = ['info', 'low', 'medium', 'high', 'critical']

const OUTCOMES: readonly Outcome[] = ['fail', 'unclear', 'pass', 'not-applicable']

function askRule(court: Court, rule: Rule): readonly Worded[] {
  const { plan } = court.evidence
  const scanned = rule.states.filter((state) => plan.states.includes(state))
  const [first] = scanned
  if (first === undefined) {
    const because = said`It is asked of what happens ${listed(rule.states.map(when))}, which this scan did not visit.`
    return [finding(court, rule, null, { outcome: 'not-applicable', summary: because })]
  }
  if (rule.asked === 'each') return scanned.flatMap((state) => askState(court, rule, state))
  return askState(court, rule, scanned.find((state) => stateOf(court, state)?.verdict === 'proven') ?? first)
}

function askState(court: Court, rule: Rule, state: ConsentState): readonly Worded[] {
  const assessed = stateOf(court, state)
  if (assessed?.verdict !== 'proven') return [unproven(court, rule, state, assessed)]
  const answers = runsOf(court, state).map((run) => shielded(court, rule, state, run))
  const found = merged(answers).map((each) => weighed(court, rule, assessed, each))
  const bug = answers.find((answer) => 'bug' in answer)
  if (bug) return [...found, finding(court, rule, state, { outcome: 'unclear', summary: bug.bug })]
  return found.length > 0 ? found : [silent(court, rule, assessed, answers as readonly Verdict[])]
}

type Answer = Verdict | { readonly bug: Wording }

/** The only place where a bug is caught: one rule that fails must not silence the others. */
function shielded(court: Court, rule: Rule, state: ConsentState, run: number): Answer {
  try {
    return rule.evaluate(court.sightings.of(run, state, rule.needs), contextOf(court, rule, state, run))
  } catch (reason) {
    return {
      bug: said`Rule ${rule.id} could not be asked, by a bug of Tagtrail (${String(reason)}); please report it.`,
    }
  }
}

/** The same draft of several runs is one finding, seen in some of them. */
function merged(answers: readonly Answer[]): readonly Seen[] {
  const found = new Map<string, { readonly same: [DraftFinding, ...DraftFinding[]]; readonly runs: Set<number> }>()
  for (const [run, answer] of answers.entries()) {
    for (const draft of drafts(answer)) {
      const key = `${steadyName(draft.subject)}\n${steadyName(draft.item)}`
      const known = found.get(key)
      known?.same.push(draft)
      known?.runs.add(run)
      if (!known) found.set(key, { same: [draft], runs: new Set([run]) })
    }
  }
  return [...found.values()].map(({ same, runs }) => {
    const main = same.find(({ outcome }) => outcome === 'fail') ?? same[0]
    const stepIds = [...new Set(same.flatMap((draft) => draft.stepIds))]
    const evidence = [...new Set(same.flatMap((draft) => draft.evidence))]
    return { draft: { ...main, stepIds, evidence }, runs: runs.size }
  })
}

function drafts(answer: Answer): readonly DraftFinding[] {
  return 'bug' in answer || 'outcome' in answer ? [] : answer
}
