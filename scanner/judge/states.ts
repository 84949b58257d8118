import type { ConsentState, Evidence, ObservationOf, Proof, StateAssessment, StateVerdict } from '../model.ts'
import { choiceOf } from '../states.ts'
import { held } from './held.ts'

/** Which consent states the scan may speak of, and by which of its runs: those that proved the state, each for itself. */
export function statesOf(evidence: Evidence): readonly StateAssessment[] {
  const journeys = journeysOf(evidence)
  return evidence.plan.states.map((state) => {
    const runs = [...(journeys.get(state) ?? [])]
      .toSorted(([a], [b]) => a - b)
      .map(([run, told]) => ({ run, ...runVerdict(evidence, state, run, told) }))
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
  const toldOf = (journey: ConsentState, run: number): Telling[] => {
    const runs = journeys.get(journey) ?? new Map<number, Telling[]>()
    const told = runs.get(run) ?? []
    if (told.length === 0) journeys.set(journey, runs.set(run, told))
    return told
  }
  for (const seen of observations) {
    const told = toldOf(seen.journey, seen.run)
    if (seen.kind === 'page' || seen.kind === 'choice' || seen.kind === 'banner') told.push(seen)
  }
  for (const { journey, run } of gaps) toldOf(journey, run)
  return journeys
}

function runVerdict(evidence: Evidence, state: ConsentState, run: number, told: readonly Telling[]): RunVerdict {
  if (choiceOf(state) !== null) return chose(evidence, state, run, told)
  return looked(
    evidence,
    state,
    run,
    told.filter((seen) => seen.kind === 'page'),
  )
}

function chose(evidence: Evidence, state: ConsentState, run: number, own: readonly Telling[]): RunVerdict {
  const at = own.findLastIndex(({ kind }) => kind === 'choice')
  const choice = own[at] as ObservationOf<'choice'> | undefined
  const why = cutShort(evidence, state, run)
  if (!choice) return inconclusive(`no choice was recorded${why === null ? '' : `: ${why}`}`)
  if (choice.choice === choiceOf(state)) return held(evidence, choice, own.slice(at + 1))
  // What is to be withdrawn has to be accepted first.
  return choice.verdict === 'proven'
    ? inconclusive(`what was accepted was not withdrawn${why === null ? '' : `: ${why}`}`)
    : { verdict: choice.verdict, because: `nothing could be accepted first: ${choice.because}`, proof: choice.proof }
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
  if (reached.size === 0) return inconclusive(why ?? 'no page was reached')
  if (why !== null) return inconclusive(`${why} after ${reached.size} of ${steps.length} pages`)
  const statuses = [...reached.values()].map(({ status }) => status ?? 0)
  if (statuses.every((status) => status >= 400))
    return inconclusive(`every page answered with an error (${statuses[0]})`)
  const left = missing.length === 0 ? '' : `; not reached: ${missing.join(', ')}`
  return { verdict: 'proven', because: `nothing had to be chosen${left}`, proof: [] }
}

/** In words, when the journey did not end by itself. */
function cutShort({ gaps, environment }: Evidence, state: ConsentState, run: number): string | null {
  const gap = gaps.find((each) => each.journey === state && each.run === run && ENDS_A_JOURNEY.has(each.kind))
  if (gap?.kind === 'browser-crashed') return 'the browser crashed'
  if (gap?.kind === 'cancelled' || environment.ended === 'cancelled') return 'the scan was cancelled'
  return environment.ended === 'complete' ? null : 'the scan ended early'
}

const ENDS_A_JOURNEY = new Set(['cancelled', 'browser-crashed'])

function inconclusive(because: string): RunVerdict {
  return { verdict: 'inconclusive', because, proof: [] }
}

function together(runs: readonly (RunVerdict & { readonly run: number })[]): Pick<RunVerdict, 'verdict' | 'because'> {
  const [first] = runs
  if (!first) return inconclusive('it was not visited')
  if (runs.every(({ verdict }) => verdict === first.verdict)) return { verdict: first.verdict, because: first.because }
  const told = (some: typeof runs): string =>
    some.map(({ run, verdict, because }) => `run ${run} ${SAID[verdict]} (${because})`).join('; ')
  const proven = runs.filter(({ verdict }) => verdict === 'proven')
  if (!proven[0]) return { verdict: 'inconclusive', because: `the runs differ: ${told(runs)}` }
  const others = runs.filter((each) => !proven.includes(each))
  const because = `in ${proven.length} of ${runs.length} runs: ${proven[0].because}; ${told(others)}`
  return { verdict: 'proven', because }
}

const SAID: Readonly<Record<StateVerdict, string>> = {
  proven: 'proved it',
  inconclusive: 'did not prove it',
  'no-banner': 'met no banner',
  'not-offered': 'was not offered it',
}

function distinct(proof: readonly Proof[]): readonly Proof[] {
  const known = new Set<string>()
  return proof.filter(({ kind, agrees, detail }) => {
    const key = `${kind} ${agrees} ${detail}`
    return !known.has(key) && known.add(key)
  })
}
