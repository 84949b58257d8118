import type { ProgressCell, ScanFailure, ScanProgress, ScanStatus } from '../contract.ts'
import type { ConsentState, Gap, Plan, ScanEvent, StateVerdict } from '../../scanner/model.ts'
import type { SeenSoFar } from '../scan-child/messages.ts'

/** How far a scan is, from what its process tells. Knows no clock: whoever asks says what time it is. */
export interface ProgressBook {
  plan(plan: Plan): void
  note(event: ScanEvent, atMs: number): void
  seen(seen: SeenSoFar): void
  say(text: string, atMs: number): void
  status(status: ScanStatus, failure?: ScanFailure | null): void
  /** As it stands, in a value that later notes do not change. */
  at(elapsedMs: number): ScanProgress
}

export interface ProgressOf {
  readonly id: string
  readonly name: string
  readonly startedAt: string
}

export function openProgress(of: ProgressOf): ProgressBook {
  const cells = new Map<string, Cell>()
  let plan: Pick<Plan, 'steps' | 'states' | 'runs' | 'name'> = { steps: [], states: [], runs: 1, name: of.name }
  let seen: SeenSoFar = { vendors: 0, cookies: 0, storage: 0, picture: null }
  let status: ScanStatus = 'starting'
  let failure: ScanFailure | null = null
  let gapCount = 0
  let gaps: readonly Gap[] = []
  let log: ScanProgress['log'] = []
  const choices: { run: number; state: ConsentState; verdict: StateVerdict }[] = []

  const cell = (state: ConsentState, stepId: string): Cell => {
    const key = `${state} ${stepId}`
    const known = cells.get(key) ?? { here: 0, runsDone: 0, requests: 0, stored: 0, gaps: 0, isFailed: false }
    cells.set(key, known)
    return known
  }
  /** Which step each journey is on: events of what was observed name the state alone. */
  const standsAt = new Map<string, string>()
  const write = (line: ScanProgress['log'][number]): void => {
    log = [...log, line].slice(-MOST_LINES)
  }
  const say = (text: string, atMs: number): void => write({ is: 'note', atMs, text })
  const label = (stepId: string): string => plan.steps.find(({ id }) => id === stepId)?.label ?? stepId

  const note = (event: ScanEvent, atMs: number): void => {
    switch (event.type) {
      case 'started':
        status = 'running'
        break
      case 'step-started':
        standsAt.set(`${event.run} ${event.state}`, event.stepId)
        cell(event.state, event.stepId).here++
        break
      case 'step-done': {
        const { state, stepId, run } = event
        const here = cell(state, stepId)
        here.here = Math.max(0, here.here - 1)
        here.runsDone = Math.min(plan.runs, here.runsDone + 1)
        write({ is: 'step', atMs, state, run, text: label(stepId) })
        break
      }
      case 'observed': {
        const stepId = standsAt.get(`${event.run} ${event.state}`)
        if (stepId === undefined) break
        const here = cell(event.state, stepId)
        if (event.kind === 'request') here.requests++
        if (event.kind === 'cookie-write' || event.kind === 'storage-write') here.stored++
        break
      }
      case 'choice':
        choices.push({ run: event.run, state: event.state, verdict: event.verdict })
        write({ is: 'choice', atMs, state: event.state, run: event.run, verdict: event.verdict })
        break
      case 'gap': {
        const { gap } = event
        gapCount++
        gaps = [...gaps, gap].slice(-MOST_GAPS)
        const here = cell(gap.journey, gap.stepId)
        here.gaps++
        here.isFailed ||= gap.kind === 'step-failed' || gap.kind === 'step-timeout'
        write({ is: 'gap', atMs, state: gap.journey, run: gap.run, text: gap.reason })
      }
    }
  }

  const at = (elapsedMs: number): ScanProgress => {
    const all = plan.states.flatMap((state) =>
      plan.steps.map(({ id }) => viewOf(state, id, cell(state, id), plan.runs)),
    )
    const visits = plan.states.length * plan.steps.length * plan.runs
    const visitsDone = all.reduce((sum, { runsDone }) => sum + runsDone, 0)
    return {
      ...of,
      name: plan.name,
      status: status === 'running' && visits > 0 && visitsDone === visits ? 'judging' : status,
      elapsedMs,
      leftMs: visitsDone === 0 ? null : Math.round((elapsedMs / visitsDone) * (visits - visitsDone)),
      steps: plan.steps.map(({ id, label: name, role }) => ({ id, label: name, role })),
      states: plan.states,
      runs: plan.runs,
      cells: all,
      counts: {
        visitsDone,
        visits,
        requests: all.reduce((sum, { requests }) => sum + requests, 0),
        cookies: seen.cookies,
        storage: seen.storage,
        vendors: seen.vendors,
        gaps: gapCount,
      },
      choices: [...choices],
      gaps,
      log,
      picture: seen.picture,
      failure,
    }
  }

  return {
    plan: (known) => void (plan = known),
    note,
    seen: (known) => void (seen = known),
    say,
    status: (next, why) => {
      status = next
      if (why !== undefined) failure = why
    },
    at,
  }
}

interface Cell {
  /** Runs that are on it now. */
  here: number
  runsDone: number
  requests: number
  stored: number
  gaps: number
  isFailed: boolean
}

function viewOf(state: ConsentState, stepId: string, cell: Cell, runs: number): ProgressCell {
  const { here, isFailed, runsDone, requests, stored, gaps } = cell
  const is = here > 0 ? 'here' : isFailed ? 'failed' : runsDone >= runs ? 'done' : 'waiting'
  return { state, stepId, is, runsDone, requests, stored, gaps }
}

const MOST_LINES = 200
const MOST_GAPS = 100
