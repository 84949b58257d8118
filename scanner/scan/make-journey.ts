import type { Page } from 'puppeteer-core'
import type { Visitor } from '../browser/visitor.ts'
import { withClickIds, type Canary } from '../canary.ts'
import type { JourneyLog } from '../evidence-log.ts'
import { replay, type Walker } from '../journey.ts'
import type { ConsentState, Moment, Plan, ScanEvent, Step } from '../model.ts'
import type { Observing } from '../observe.ts'
import { isOtherSite } from '../steps/other-site.ts'
import type { Arrival } from '../steps/step.ts'
import type { Choosing } from './choosing.ts'
import type { Deeds } from './deeds.ts'
import { everyKind } from './every-kind.ts'
import { beginReading, readInLulls, type Reading } from './reading.ts'

export interface JourneyParts {
  readonly plan: Plan
  readonly run: number
  readonly state: ConsentState
  readonly visitor: Visitor
  readonly observing: Observing
  readonly threshold: Threshold
  readonly log: JourneyLog
  readonly choosing: Choosing
  readonly deeds: Deeds
  readonly canary: Canary
  readonly signal: AbortSignal
  /** Milliseconds, monotonic. */
  readonly now: () => number
  readonly onEvent: (event: ScanEvent) => void
  /** Index of the step to begin with. */
  readonly from?: number
  /** Called when a page has been reached. */
  readonly onArrival?: () => void
}

/**
 * One visitor's whole way through the funnel in one consent state. The step on which the choice is made is visited
 * twice: once to choose, stamped `choosing`, and once more under the choice, so that every judged step is a whole visit.
 */
export async function makeJourney(parts: JourneyParts): Promise<void> {
  const { plan, run, state, visitor, observing, threshold, log, choosing, deeds, signal, onEvent } = parts
  let begunAt = 0
  /** Address of the page before. */
  let at = ''
  /** A page that could not be read, though it answers, may stay so: nothing paints it any more. */
  let isTrusted = true

  const moment = (): Moment => deeds.moment(choosing.moment())

  const begin = (step: Step): void => {
    begunAt = parts.now()
    threshold.expect(step, moment())
    onEvent({ type: 'step-started', run, state, stepId: step.id })
  }

  /** True when what the visitor did here, by the banner or on the page itself, begins the state. */
  const acts = async (step: Step, { page, here, leftMs, lookLimit }: Acting): Promise<boolean> => {
    if (await choosing.onPage(page, AbortSignal.any([here, lookLimit()]))) return true
    const limitMs = Math.max(DEED_AT_LEAST_MS, leftMs())
    const settle = (): Promise<boolean> => observing.quiet.settled(plan.limits.settleMs, limitMs, here)
    return await deeds.onPage(page, step, { moment: moment(), limitMs, settle, signal: here })
  }

  const arrived = async (step: Step, arrival: Arrival): Promise<'next' | 'again'> => {
    threshold.cross()
    parts.onArrival?.()
    const { settleMs, stepTimeoutMs } = plan.limits
    const { page, lost } = visitor
    const here = AbortSignal.any([signal, lost])
    const leftMs = (): number => Math.max(0, Math.round(stepTimeoutMs - (parts.now() - begunAt)))
    const lookLimit = (): AbortSignal => AbortSignal.timeout(Math.max(LOOK_AT_LEAST_MS, leftMs()))
    const read = (onChange?: () => void): Reading =>
      beginReading(
        (until) => choosing.look(page, AbortSignal.any([here, lookLimit(), until]), onChange),
        (until) => observing.inventory({ signal: AbortSignal.any([signal, until]) }),
      )
    const onlyReads = !choosing.isChoosing && !hasDeeds(plan, state, step)
    // A page that something was opened over is not painted.
    const early = readInLulls(settleMs, () => (visitor.isAlone ? read(() => observing.quiet.touch()) : null))
    const isQuiet = await observing.quiet.settled(settleMs, leftMs(), here, onlyReads ? early.lull : undefined)
    log.phase('idle')
    if (!isQuiet && !here.aborted) {
      log.pen.gap('never-quiet', everyKind, `${step.id} was still loading after ${stepTimeoutMs} ms`)
    }
    const seen = await observing.page()
    log.pen.write({ kind: 'page', requestedUrl: arrival.requestedUrl, ...seen, quiet: isQuiet })
    if (arrival.requestedUrl === null && isOtherSite(at, seen.url)) log.pen.gap('not-recorded', [], leftUnseen(at))
    at = seen.url
    await visitor.turnBack()
    const isThere = await visitor.answers(ANSWER_LIMIT_MS)
    let isDone = false
    if (onlyReads && isThere) {
      const reading = early.undisturbed ?? read()
      reading.tell()
      isTrusted = await reading.whole
    } else {
      early.undisturbed?.giveUp()
      isDone = isThere && (await acts(step, { page, here, leftMs, lookLimit }))
      signal.throwIfAborted()
      // Cookies are the browser's to tell, whatever became of the page.
      isTrusted = await observing.snapshot({ signal, ...(lost.aborted ? { limitMs: LOST_SNAPSHOT_MS } : {}) })
    }
    signal.throwIfAborted()
    // It may have begun to hang since; one that could be read has just answered.
    if (!isTrusted) await visitor.answers(ANSWER_LIMIT_MS)
    if (lost.aborted) log.pen.gap('target-lost', everyKind, `${step.id} ended early: ${(lost.reason as Error).message}`)
    observing.flush(false)
    // The next step may press something in what was opened.
    const next = plan.steps[plan.steps.indexOf(step) + 1]
    if (isDone || !next || next.go.kind === 'url') await visitor.closePopups()
    if (isDone && !lost.aborted) return 'again'
    onEvent({ type: 'step-done', run, state, stepId: step.id })
    return 'next'
  }

  const failed = (step: Step, reason: string): void => {
    threshold.cross()
    log.pen.gap('step-failed', everyKind, `${step.id} could not be reached: ${reason}`)
    onEvent({ type: 'step-done', run, state, stepId: step.id })
  }

  const walker: Walker = {
    get page() {
      return visitor.page
    },
    get lost() {
      return visitor.lost
    },
    get isTrusted() {
      return isTrusted
    },
    answers: (limitMs) => visitor.answers(limitMs),
    replacePage: async () => {
      const replaced = await visitor.replacePage()
      observing.turnTo(replaced)
      observing.quiet.reset()
      isTrusted = true
    },
  }
  const onSubmit = (): void => log.submits()
  await replay(
    walker,
    arrivingBy(plan, parts.canary),
    { begin, arrived, failed },
    { signal, onSubmit, from: parts.from ?? 0 },
  )
  log.phase('leave')
  observing.quiet.leave()
  await visitor.leavePage(LEAVE_LIMIT_MS)
  await observing.quiet.settled(LAST_WORDS_QUIET_MS, LAST_WORDS_LIMIT_MS, signal)
  if (!visitor.lost.aborted) await observing.conclude({ signal })
  observing.flush(true)
  choosing.concludes()
}

/** Its last words are told by the browser process, and what they set is in the jar; whatever else it did is not told. */
function leftUnseen(page: string): string {
  return `what ${page} wrote into its storage while it was left for another site by a click, and which of its last cookies were refused, the browser does not tell`
}

interface Acting {
  readonly page: Page
  readonly here: AbortSignal
  /** What the step has left of its time, in ms. */
  leftMs(): number
  lookLimit(): AbortSignal
}

/** Whether the visitor does anything on this page but look and choose. */
function hasDeeds(plan: Plan, state: ConsentState, step: Step): boolean {
  return plan.scroll || state === 'scrolled' || step.fill.length > 0 || plan.limits.settle === 'virtual'
}

/** The visitor comes to the first step as an advertisement would lead there. */
function arrivingBy(plan: Plan, canary: Canary): Plan {
  const [first, ...others] = plan.steps
  if (first?.go.kind !== 'url') return plan
  return { ...plan, steps: [{ ...first, go: { ...first.go, url: withClickIds(first.go.url, canary) } }, ...others] }
}

/** Chromium gives a page that is being left half a second to say its last words. */
const LEAVE_LIMIT_MS = 2_000
const LAST_WORDS_QUIET_MS = 150
const LAST_WORDS_LIMIT_MS = 2_500

/** A page that is busy for longer holds up whatever wants to be asked of it. */
const ANSWER_LIMIT_MS = 5_000
/** A banner gets this long even when its step has used up its time. */
const LOOK_AT_LEAST_MS = 2_000
/** So do scrolling and typing. */
const DEED_AT_LEAST_MS = 5_000
const LOST_SNAPSHOT_MS = 1_000

/** Where one step ends and the next begins: with the request for the new document, not with the wish to go there. */
export interface Threshold {
  /** The visitor is about to go; until the new document is asked for, everything belongs to leaving the old one. */
  expect(step: Step, moment: Moment): void
  cross(): void
}

export function openThreshold(log: JourneyLog, flush: () => void): Threshold {
  let next: { readonly step: Step; readonly moment: Moment } | null = null
  let isInside = false
  const cross = (): void => {
    if (!next) return
    const { step, moment } = next
    next = null
    if (isInside) flush()
    isInside = true
    log.enter(step.id)
    log.state(moment)
  }
  return {
    expect(step, moment) {
      next = { step, moment }
      if (isInside) log.phase('leave')
      else cross()
    },
    cross,
  }
}
