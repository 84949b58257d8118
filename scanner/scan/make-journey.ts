import type { Visitor } from '../browser/visitor.ts'
import type { JourneyLog } from '../evidence-log.ts'
import { replay } from '../journey.ts'
import type { ConsentState, Moment, ObservationKind, Plan, ScanEvent, Step } from '../model.ts'
import type { Observing } from '../observe.ts'
import type { Arrival } from '../steps/step.ts'
import type { Choosing } from './choosing.ts'

export interface JourneyParts {
  readonly plan: Plan
  readonly run: number
  readonly state: ConsentState
  readonly visitor: Visitor
  readonly observing: Observing
  readonly threshold: Threshold
  readonly log: JourneyLog
  readonly choosing: Choosing
  readonly signal: AbortSignal
  /** Milliseconds, monotonic. */
  readonly now: () => number
  readonly onEvent: (event: ScanEvent) => void
}

/**
 * One visitor's whole way through the funnel in one consent state. The step on which the choice is made is visited
 * twice: once to choose, stamped `choosing`, and once more under the choice, so that every judged step is a whole visit.
 */
export async function makeJourney(parts: JourneyParts): Promise<void> {
  const { plan, run, state, visitor, observing, threshold, log, choosing, signal, onEvent } = parts
  let begunAt = 0

  const begin = (step: Step): void => {
    begunAt = parts.now()
    threshold.expect(step, choosing.moment())
    onEvent({ type: 'step-started', run, state, stepId: step.id })
  }

  const arrived = async (step: Step, arrival: Arrival): Promise<'next' | 'again'> => {
    threshold.cross()
    const left = Math.max(0, plan.limits.stepTimeoutMs - (parts.now() - begunAt))
    const isQuiet = await observing.quiet.settled(plan.limits.settleMs, left, signal)
    log.phase('idle')
    if (!isQuiet && !signal.aborted) {
      log.pen.gap('never-quiet', ALL_KINDS, `${step.id} was still loading after ${plan.limits.stepTimeoutMs} ms`)
    }
    log.pen.write({ kind: 'page', requestedUrl: arrival.requestedUrl, ...(await observing.page()), quiet: isQuiet })
    const isChosen = await choosing.onPage(visitor.page)
    await observing.snapshot()
    observing.flush(false)
    if (isChosen) return 'again'
    onEvent({ type: 'step-done', run, state, stepId: step.id })
    return 'next'
  }

  const failed = (step: Step, reason: string): void => {
    threshold.cross()
    log.pen.gap('step-failed', ALL_KINDS, `${step.id} could not be reached: ${reason}`)
    onEvent({ type: 'step-done', run, state, stepId: step.id })
  }

  await replay(visitor.page, plan, { begin, arrived, failed }, { signal })
  log.phase('leave')
  await visitor.closePage(CLOSE_LIMIT_MS)
  observing.quiet.reset()
  await observing.quiet.settled(LAST_WORDS_QUIET_MS, LAST_WORDS_LIMIT_MS, signal)
  observing.flush(true)
  choosing.concludes()
}

/** Chromium gives a page that is being closed half a second to say its last words. */
const CLOSE_LIMIT_MS = 2_000
const LAST_WORDS_QUIET_MS = 150
const LAST_WORDS_LIMIT_MS = 1_500

const ALL_KINDS: readonly ObservationKind[] = [
  'request',
  'cookie-write',
  'cookie',
  'storage-write',
  'storage',
  'page',
  'banner',
  'choice',
  'signal',
  'screenshot',
  'socket',
  'api-call',
]

/** Where one step ends and the next begins: with the request for the new document, not with the wish to go there. */
export interface Threshold {
  /** The visitor is about to go; until the new document is asked for, everything belongs to leaving the old one. */
  expect(step: Step, moment: Moment): void
  cross(): void
}

export function threshold(log: JourneyLog, flush: () => void): Threshold {
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
