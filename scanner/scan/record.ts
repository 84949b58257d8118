import { unlessLate } from '../browser/unless-late.ts'
import { newVisitor } from '../browser/visitor.ts'
import { canaryOf, hasCanary } from '../canary.ts'
import { watchFor } from '../canary/watch.ts'
import { collectors } from '../collectors/index.ts'
import { ScanError } from '../errors.ts'
import { openEvidenceLog, type Clock, type EvidenceLog, type JourneyLog } from '../evidence-log.ts'
import type { ConsentState, Environment, Plan, ScanEvent } from '../model.ts'
import { observe, type Observing } from '../observe.ts'
import { secretsOf } from '../plan/secrets.ts'
import { sendsGpc } from '../states.ts'
import type { Bundle } from '../store/bundle.ts'
import type { Browsers, WatchedBrowser } from './browsers.ts'
import { aliasesOf, type Aliases, type AskAlias } from './cnames.ts'
import { chooser } from './choosing.ts'
import { deedsOf } from './deeds.ts'
import { everyKind } from './every-kind.ts'
import { inParallel } from './in-parallel.ts'
import { makeJourney, openThreshold, type Threshold } from './make-journey.ts'
import { readPolicies } from './policies.ts'
import { resumeAt } from './resume-at.ts'

export interface RecordOptions {
  readonly clock: Clock
  /** Unpredictable bytes, as hex. */
  readonly randomHex: (bytes: number) => string
  readonly signal: AbortSignal
  /** How many visitors are under way at once. */
  readonly concurrency: number
  readonly onEvent?: (event: ScanEvent) => void
  /** In place of the machine's DNS. */
  readonly askAlias?: AskAlias
}

/** Fills an open bundle: every journey of the plan, each a new visitor of the same browser, some at a time. */
export async function record(
  plan: Plan,
  environment: Environment,
  bundle: Bundle,
  browsers: Browsers,
  options: RecordOptions,
): Promise<void> {
  const broken = new AbortController()
  const signal = AbortSignal.any([options.signal, broken.signal])
  const onEvent = options.onEvent ?? (() => undefined)
  const salt = environment.valueSalt
  const log = openEvidenceLog({
    bundle,
    clock: options.clock,
    salt,
    keepValues: plan.values === 'raw',
    secrets: secretsOf(plan),
    ...(hasCanary(plan) ? { watchFor: (journey) => watchFor(canaryOf(salt, journey, plan.clickIds)) } : {}),
    onEvent,
    onFailure: (failure) => broken.abort(failure),
  })
  const aliases = plan.lookups.cnames ? aliasesOf(plan.site, options.askAlias) : null
  const scan: Scan = { plan, salt, aliases, log, browsers, options: { ...options, signal, onEvent }, hasArrived: false }
  onEvent({ type: 'started', steps: plan.steps.map(({ id }) => id), states: plan.states, runs: plan.runs })
  try {
    await inParallel(journeysOf(plan), options.concurrency, (journey) => walkTwiceAtMost(scan, journey))
    await readDeclarations(scan)
  } finally {
    await log.close()
  }
}

/** What the site declares is no part of any journey; it is told with the first one. */
async function readDeclarations({ plan, log, browsers: kept, options }: Scan): Promise<void> {
  const [state] = plan.states
  if (plan.policies.length === 0 || state === undefined) return
  await readPolicies(plan, await kept.now(state), log.journey({ run: 1, journey: state }), options.signal)
}

interface Journey {
  readonly run: number
  readonly state: ConsentState
}

interface Scan {
  readonly plan: Plan
  readonly salt: string
  /** `null` unless the plan wants them. */
  readonly aliases: Aliases | null
  readonly log: EvidenceLog
  readonly browsers: Browsers
  readonly options: RecordOptions & Required<Pick<RecordOptions, 'onEvent'>>
  /** Some journey has reached some page: the site is there. */
  hasArrived: boolean
}

/** All states of the first run, then of the second: what is compared is visited at about the same time. */
function journeysOf(plan: Plan): readonly Journey[] {
  return Array.from({ length: plan.runs }, (_, index) => plan.states.map((state) => ({ run: index + 1, state }))).flat()
}

/** A browser that dies costs the step it died on; a new visitor goes on with a new browser, once. */
async function walkTwiceAtMost(scan: Scan, { run, state }: Journey): Promise<void> {
  const { plan, options } = scan
  const log = scan.log.journey({ run, journey: state })
  let from = 0
  for (const isLastTry of [false, true]) {
    const stoodAt = await walk(scan, { run, state }, log, from)
    if (stoodAt === null) return
    const { label } = plan.steps[stoodAt] ?? { label: 'the first step' }
    from = resumeAt(plan, state, stoodAt)
    const next = isLastTry ? 'once more; the journey ends here' : `a new visitor begins at ${plan.steps[from]?.id}`
    log.pen.gap('browser-crashed', everyKind, `the browser ended while ${label} was visited: ${next}`)
    if (!isLastTry) continue
    for (const step of plan.steps.slice(stoodAt + 1)) {
      log.enter(step.id)
      log.pen.gap('browser-crashed', everyKind, `${step.id} was not visited: the browser had ended twice`)
      options.onEvent({ type: 'step-done', run, state, stepId: step.id })
    }
  }
}

/** One visitor's way; `null` when it came to its end, else the index of the step on which the browser died. */
async function walk(scan: Scan, journey: Journey, log: JourneyLog, from: number): Promise<number | null> {
  const { plan, options } = scan
  const place = { index: from }
  const watched = await scan.browsers.now(journey.state)
  const { gone, identity } = watched.running
  if (sendsGpc(journey.state) && !identity.sendsGpc) {
    tellUnvisited(plan, log, 'this browser has no Global Privacy Control of its own; scan with a newer one')
    return null
  }
  const onEvent = (event: ScanEvent): void => {
    if (event.type === 'step-started') place.index = plan.steps.findIndex(({ id }) => id === event.stepId)
    options.onEvent(event)
  }
  const signal = AbortSignal.any([options.signal, gone])
  try {
    await visit(scan, journey, { ...options, signal, onEvent }, { log, watched, from })
    return null
  } catch (reason) {
    if (options.signal.aborted) {
      log.pen.gap('cancelled', [], `the ${journey.state} journey was cut short`)
      throw options.signal.reason instanceof ScanError ? options.signal.reason : cancelled(reason)
    }
    if (gone.aborted) return place.index
    if (!(reason instanceof ScanError && reason.code === 'site-unreachable' && scan.hasArrived)) throw reason
    // Others have reached the site: it is this visit that failed.
    tellUnvisited(plan, log, reason.message)
    return null
  }
}

function tellUnvisited({ steps }: Plan, log: JourneyLog, reason: string): void {
  for (const { id } of steps) {
    log.enter(id)
    log.pen.gap('step-failed', everyKind, `${id} was not visited: ${reason}`)
  }
}

/** A context and its first page; what takes longer on a busy machine does not come any more. */
const VISITOR_LIMIT_MS = 30_000

interface Visiting {
  readonly log: JourneyLog
  readonly watched: WatchedBrowser
  readonly from: number
}

async function visit(
  scan: Scan,
  { run, state }: Journey,
  options: Scan['options'],
  { log, watched, from }: Visiting,
): Promise<void> {
  const { clock, onEvent, signal } = options
  const { running, watch, witness } = watched
  const { plan } = scan
  let observing: Observing | undefined
  let gate: Threshold | undefined
  const coming = newVisitor(running, plan.viewport, (browserContextId) => {
    observing = observe({
      collectors,
      pen: scan.aliases?.noting(log.pen) ?? log.pen,
      watch,
      witness,
      browserContextId,
      root: running.root,
      secret: `_${options.randomHex(12)}`,
      onNavigation: () => gate?.cross(),
    })
    gate = openThreshold(log, () => observing?.flush(false))
  })
  // A browser that ends meanwhile, as it does when the scan is cancelled, opens no page and does not say so.
  const visitor = await unlessLate(VISITOR_LIMIT_MS, coming, signal)
  if (!observing || !gate) throw new Error('a visitor came without a context')
  const now = (): number => clock.monotonic()
  // A click is told by the clock of the stamps.
  const elapsed = (): number => log.elapsed()
  const choosing = chooser({ run, state, pen: log.pen, targets: plan.consent, now: elapsed, onEvent })
  const canary = canaryOf(scan.salt, { run, state }, plan.clickIds)
  const deeds = deedsOf({ plan, state, canary, log, now })
  const visiting = { visitor, observing, threshold: gate, log, choosing, deeds, from }
  const parts = { plan, run, state, canary, signal, now, onEvent, ...visiting }
  try {
    await makeJourney({ ...parts, onArrival: () => (scan.hasArrived = true) })
  } finally {
    observing.flush(true)
    observing.stop()
    await visitor.forget()
    await scan.aliases?.tell(log.pen)
  }
}

function cancelled(cause: unknown): ScanError {
  return cause instanceof ScanError && cause.code === 'cancelled'
    ? cause
    : new ScanError('cancelled', 'the scan was cancelled', { cause })
}
