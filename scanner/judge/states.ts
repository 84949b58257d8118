import type { ConsentState, Evidence, ObservationOf, Proof, StateAssessment, StateVerdict } from '../model.ts'
import { choiceOf } from '../states.ts'
import { told } from '../said.ts'
import { held } from './held.ts'

/** Which consent states the scan may speak of, and by which of its runs: those that proved the state, each for itself. */
export function statesOf(evidence: Evidence): readonly StateAssessment[] {
  const journeys = journeysOf(evidence)
  return evidence.plan.states.map((state) => {
    const runs = [...(journeys.get(state) ?? [])]
      .toSorted(([a], [b]) => a - b)
      .map(([run, telling]) => ({ run, ...runVerdict(evidence, state, run, telling) }))
    return {
      state,
      ...together(runs),
      runs: runs.length,
      proven: runs.filter(({ verdict }) => verdict === 'proven').map(({ run }) => run),
      proof: distinct(runs.flatMap(({ proof }) => proof)),
    }
  })
}

interface RunVerdict {
  readonly verdict: StateVerdict
  readonly because: string
  readonly proof: readonly Proof[]
}

/** What tells whether a state held, in the order of the log. */
type Telling = ObservationOf<'page' | 'choice' | 'banner'>

/** Of each state that was visited its runs, with what tells of each. */
function journeysOf({ observations, gaps }: Evidence): ReadonlyMap<ConsentState, ReadonlyMap<number, Telling[]>> {
  const journeys = new Map<ConsentState, Map<number, Telling[]>>()
  const tellingOf = (journey: ConsentState, run: number): Telling[] => {
    const runs = journeys.get(journey) ?? new Map<number, Telling[]>()
    const telling = runs.get(run) ?? []
    if (telling.length === 0) journeys.set(journey, runs.set(run, telling))
    return telling
  }
  for (const seen of observations) {
    const telling = tellingOf(seen.journey, seen.run)
    if (seen.kind === 'page' || seen.kind === 'choice' || seen.kind === 'banner') telling.push(seen)
  }
  for (const { journey, run } of gaps) tellingOf(journey, run)
  return journeys
}

function runVerdict(evidence: Evidence, state: ConsentState, run: number, telling: readonly Telling[]): RunVerdict {
  if (choiceOf(state) !== null) return chose(evidence, state, run, telling)
  return looked(
    evidence,
    state,
    run,
    telling.filter((seen) => seen.kind === 'page'),
  )
}

function chose(evidence: Evidence, state: ConsentState, run: number, own: readonly Telling[]): RunVerdict {
  const at = own.findLastIndex(({ kind }) => kind === 'choice')
  const choice = own[at] as ObservationOf<'choice'> | undefined
  const why = cutShort(evidence, state, run)
  if (!choice) return inconclusive(why === null ? told`no choice was recorded` : told`no choice was recorded: ${why}`)
  if (choice.choice === choiceOf(state)) return held(evidence, choice, own.slice(at + 1))
  // What is to be withdrawn has to be accepted first.
  return choice.verdict === 'proven'
    ? inconclusive(
        why === null ? told`what was accepted was not withdrawn` : told`what was accepted was not withdrawn: ${why}`,
      )
    : {
        verdict: choice.verdict,
        because: told`nothing could be accepted first: ${choice.because}`,
        proof: choice.proof,
      }
}

function looked(
  evidence: Evidence,
  state: ConsentState,
  run: number,
  pages: readonly ObservationOf<'page'>[],
): RunVerdict {
  const steps = evidence.plan.steps
  const reached = new Map(pages.map((page) => [page.stepId, page]))
  const missing = steps.filter(({ id }) => !reached.has(id)).map(({ label }) => label)
  const why = missing.length === 0 ? null : cutShort(evidence, state, run)
  if (reached.size === 0) return inconclusive(why ?? told`no page was reached`)
  if (why !== null) return inconclusive(told`${why} after ${reached.size} of ${steps.length} pages`)
  const statuses = [...reached.values()].map(({ status }) => status ?? 0)
  if (statuses.every((status) => status >= 400))
    return inconclusive(told`every page answered with an error (${statuses[0] ?? 0})`)
  const because =
    missing.length === 0
      ? told`nothing had to be chosen`
      : told`nothing had to be chosen; not reached: ${missing.join(', ')}`
  return { verdict: 'proven', because, proof: [] }
}

/** In words, when the journey did not end by itself. */
function cutShort({ gaps, environment }: Evidence, state: ConsentState, run: number): string | null {
  const gap = gaps.find((each) => each.journey === state && each.run === run && ENDS_A_JOURNEY.has(each.kind))
  if (gap?.kind === 'browser-crashed') return told`the browser crashed`
  if (gap?.kind === 'cancelled' || environment.ended === 'cancelled') return told`the scan was cancelled`
  return environment.ended === 'complete' ? null : told`the scan ended early`
}

const ENDS_A_JOURNEY = new Set(['cancelled', 'browser-crashed'])

function inconclusive(because: string): RunVerdict {
  return { verdict: 'inconclusive', because, proof: [] }
}

function together(runs: readonly (RunVerdict & { readonly run: number })[]): Pick<RunVerdict, 'verdict' | 'because'> {
  const [first] = runs
  if (!first) return inconclusive(told`it was not visited`)
  if (runs.every(({ verdict }) => verdict === first.verdict)) return { verdict: first.verdict, because: first.because }
  const tell = (some: typeof runs): string =>
    some.map(({ run, verdict, because }) => told`run ${run} ${SAID[verdict]} (${because})`).join('; ')
  const proven = runs.filter(({ verdict }) => verdict === 'proven')
  if (!proven[0]) return { verdict: 'inconclusive', because: told`the runs differ: ${tell(runs)}` }
  const others = runs.filter((each) => !proven.includes(each))
  const because = told`in ${proven.length} of ${runs.length} runs: ${proven[0].because}; ${tell(others)}`
  return { verdict: 'proven', because }
}

const SAID: Readonly<Record<StateVerdict, string>> = {
  proven: told`proved it`,
  inconclusive: told`did not prove it`,
  'no-banner': told`met no banner`,
  'not-offered': told`was not offered it`,
}

function distinct(proof: readonly Proof[]): readonly Proof[] {
  const known = new Set<string>()
  return proof.filter(({ kind, agrees, detail }) => {
    const key = `${kind} ${agrees} ${detail}`
    return !known.has(key) && known.add(key)
  })
}
