import type { Page } from 'puppeteer-core'
import { unlessLate } from './browser/unless-late.ts'
import { ScanError } from './errors.ts'
import type { Go, Plan, Step } from './model.ts'
import { stepKinds } from './steps/index.ts'
import type { Arrival, StepOptions } from './steps/step.ts'

/** What the conductor does around each visit of a step. */
export interface JourneyHooks {
  /** A visit of this step begins; everything seen from now on belongs to it. */
  begin(step: Step): void
  /** The page has been reached. `again` asks for the same step once more, under the choice that was just made. */
  arrived(step: Step, arrival: Arrival): Promise<'next' | 'again'>
  /** The step could not be reached; the journey goes on with the next one. */
  failed(step: Step, reason: string): void
}

export interface JourneyOptions {
  readonly signal: AbortSignal
  /** Index of the step to begin with. */
  readonly from?: number
  /** Called at the moment a form is sent. */
  readonly onSubmit?: () => void
}

/** Whoever walks: the page in front may be lost on the way, and be replaced by another. */
export interface Walker {
  readonly page: Page
  readonly lost: AbortSignal
  /** False when the page in front had better be replaced where that is possible. */
  readonly isTrusted: boolean
  answers(limitMs: number): Promise<boolean>
  replacePage(): Promise<unknown>
}

/**
 * Stage 2: replays the steps of the plan in one page, in order, the same in every state. A page that is lost costs its
 * own step; the next one that has an address is reached in a new page.
 * @throws ScanError `site-unreachable` when the first step cannot be reached at all, `cancelled` when the signal is raised.
 */
export async function replay(
  walker: Walker,
  plan: Plan,
  hooks: JourneyHooks,
  { signal, from = 0, onSubmit }: JourneyOptions,
): Promise<void> {
  for (const [index, step] of plan.steps.entries()) {
    if (index < from) continue
    let go: Go = step.go
    for (;;) {
      if (signal.aborted) throw new ScanError('cancelled', 'the scan was cancelled')
      if (go.kind === 'url' && (walker.lost.aborted || !walker.isTrusted))
        await unlessLate(REPLACE_LIMIT_MS, walker.replacePage(), signal)
      hooks.begin(step)
      const arrival = await reach(walker, go, {
        timeoutMs: plan.limits.stepTimeoutMs,
        signal,
        ...(onSubmit && { onSubmit }),
        ...(step.fill[0] && { awaits: step.fill[0].field }),
      })
      if (signal.aborted) throw new ScanError('cancelled', 'the scan was cancelled')
      if (typeof arrival === 'string') {
        if (index === 0 && !walker.lost.aborted && !SITE_IS_THERE.test(arrival)) throw unreachable(go, arrival)
        hooks.failed(step, arrival)
        // What could not be left must not hold up the next step.
        await walker.answers(ANSWER_LIMIT_MS)
        break
      }
      if ((await hooks.arrived(step, arrival)) === 'next') break
      // A page that was reached by a click is visited again by its address: the link is on the page before.
      go = { kind: 'url', url: walker.page.url() }
    }
  }
}

/** The address answered, though with nothing that could be shown. */
const SITE_IS_THERE = /ERR_TOO_MANY_REDIRECTS|ERR_ABORTED/
const ANSWER_LIMIT_MS = 1_000
const REPLACE_LIMIT_MS = 10_000

/** What was reached, or in words why nothing was. */
async function reach({ page, lost }: Walker, go: Go, options: StepOptions): Promise<Arrival | string> {
  if (lost.aborted) return `there is nothing to click on: ${inWords(lost.reason)}`
  const { timeoutMs, signal } = options
  try {
    // Each way keeps its own time and says best what it waited for; a page that hangs may not let it.
    return await unlessLate(timeoutMs + 250, perform(page, go, options), AbortSignal.any([signal, lost]))
  } catch (reason) {
    return inWords(lost.aborted ? lost.reason : reason)
  }
}

function perform(page: Page, go: Go, options: StepOptions): Promise<Arrival> {
  switch (go.kind) {
    case 'url':
      return stepKinds.url.perform(page, go, options)
    case 'click':
      return stepKinds.click.perform(page, go, options)
    case 'submit':
      return stepKinds.submit.perform(page, go, options)
  }
}

function inWords(reason: unknown): string {
  return reason instanceof Error ? (reason.message.split('\n')[0] ?? reason.name) : String(reason)
}

function unreachable(go: Go, reason: string): ScanError {
  const what = go.kind === 'url' ? go.url : 'the first step'
  return new ScanError('site-unreachable', `${what} could not be opened (${reason}); open it in a browser to check`)
}
