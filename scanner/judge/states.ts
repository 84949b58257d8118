import type { ConsentState, Evidence, ObservationOf, Proof, StateAssessment, StateVerdict } from '../model.ts'
import { choiceOf } from '../states.ts'
import { held } from './held.ts'

/** Which consent states the scan may speak of, and by which of its runs: those that proved the state, each for itself. */
export function statesOf(evidence: Evidence): readonly StateAssessment[] {
  return evidence.plan.states.map((state) => {
    const runs = runsOf(evidence, state).map((run) => ({ run, ...runVerdict(evidence, state, run) }))
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

function runVerdict(evidence: Evidence, state: ConsentState, run: number): RunVerdict {
  const pages = evidence.observations.filter(
    (seen) => seen.kind === 'page' && seen.journey === state && seen.run === run,
  ) as readonly ObservationOf<'page'>[]
  return choiceOf(state) === null ? looked(evidence, state, run, pages) : chose(evidence, state, run)
}

function chose(evidence: Evidence, state: ConsentState, run: number): RunVerdict {
  const own = evidence.observations.filter((seen) => seen.journey === state && seen.run === run)
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

function runsOf({ observations, gaps }: Evidence, state: ConsentState): readonly number[] {
  const runs = new Set([...observations, ...gaps].filter(({ journey }) => journey === state).map(({ run }) => run))
  return [...runs].toSorted((a, b) => a - b)
}

function distinct(proof: readonly Proof[]): readonly Proof[] {
  const known = new Set<string>()
  return proof.filter(({ kind, agrees, detail }) => {
    const key = `${kind} ${agrees} ${detail}`
    return !known.has(key) && known.add(key)
  })
}
