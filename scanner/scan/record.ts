import type { RunningBrowser } from '../browser/launch.ts'
import { watchTargets, type TargetWatch } from '../browser/targets.ts'
import { newVisitor } from '../browser/visitor.ts'
import { witnessRequests, type Witness } from '../browser/witness.ts'
import { collectors } from '../collectors/index.ts'
import { openEvidenceLog, type Clock, type EvidenceLog } from '../evidence-log.ts'
import type { ConsentState, Environment, Plan, ScanEvent } from '../model.ts'
import { observe, type Observing } from '../observe.ts'
import type { Bundle } from '../store/bundle.ts'
import { chooser } from './choosing.ts'
import { inParallel } from './in-parallel.ts'
import { makeJourney, threshold, type Threshold } from './make-journey.ts'

export interface RecordOptions {
  readonly clock: Clock
  /** Unpredictable bytes, as hex. */
  readonly randomHex: (bytes: number) => string
  readonly signal: AbortSignal
  /** How many visitors are under way at once. */
  readonly concurrency: number
  readonly onEvent?: (event: ScanEvent) => void
}

/** Fills an open bundle: every journey of the plan, each a new visitor of the same browser, some at a time. */
export async function record(
  plan: Plan,
  environment: Environment,
  bundle: Bundle,
  running: RunningBrowser,
  options: RecordOptions,
): Promise<void> {
  const broken = new AbortController()
  const signal = AbortSignal.any([options.signal, broken.signal])
  const onEvent = options.onEvent ?? (() => undefined)
  const log = openEvidenceLog({
    bundle,
    clock: options.clock,
    salt: environment.valueSalt,
    keepValues: plan.values === 'raw',
    onEvent,
    onFailure: (failure) => broken.abort(failure),
  })
  const world = { watch: await watchTargets(running.root), witness: await witnessRequests(running.root), log, running }
  onEvent({ type: 'started', steps: plan.steps.map(({ id }) => id), states: plan.states, runs: plan.runs })
  try {
    await inParallel(journeysOf(plan), options.concurrency, (journey) =>
      visit(plan, journey, world, { ...options, signal, onEvent }),
    )
  } finally {
    await log.close()
  }
}

interface Journey {
  readonly run: number
  readonly state: ConsentState
}

interface World {
  readonly watch: TargetWatch
  readonly witness: Witness
  readonly log: EvidenceLog
  readonly running: RunningBrowser
}

/** All states of the first run, then of the second: what is compared is visited at about the same time. */
function journeysOf(plan: Plan): readonly Journey[] {
  return Array.from({ length: plan.runs }, (_, index) => plan.states.map((state) => ({ run: index + 1, state }))).flat()
}

async function visit(
  plan: Plan,
  { run, state }: Journey,
  world: World,
  options: RecordOptions & Required<Pick<RecordOptions, 'onEvent'>>,
): Promise<void> {
  const journeyLog = world.log.journey({ run, journey: state })
  const { clock, onEvent, signal } = options
  let observing: Observing | undefined
  let gate: Threshold | undefined
  const visitor = await newVisitor(world.running, plan.viewport, (browserContextId) => {
    observing = observe({
      collectors,
      pen: journeyLog.pen,
      watch: world.watch,
      witness: world.witness,
      browserContextId,
      root: world.running.root,
      secret: `_${options.randomHex(12)}`,
      onNavigation: () => gate?.cross(),
    })
    gate = threshold(journeyLog, () => observing?.flush(false))
  })
  if (!observing || !gate) throw new Error('a visitor came without a context')
  const now = (): number => clock.monotonic()
  const choosing = chooser({ run, state, pen: journeyLog.pen, now, signal, onEvent, plan })
  try {
    await makeJourney({
      plan,
      run,
      state,
      visitor,
      observing,
      threshold: gate,
      log: journeyLog,
      choosing,
      signal,
      now,
      onEvent,
    })
  } catch (reason) {
    if (signal.aborted) journeyLog.pen.gap('cancelled', [], `the ${state} journey was cut short`)
    throw signal.aborted && signal.reason instanceof Error ? signal.reason : reason
  } finally {
    observing.flush(true)
    observing.stop()
    await visitor.forget()
  }
}
