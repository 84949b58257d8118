import type { Page } from 'puppeteer-core'
import { ScanError } from './errors.ts'
import type { Go, Plan, Step } from './model.ts'
import { stepKinds } from './steps/index.ts'
import type { Arrival } from './steps/step.ts'

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
}

/**
 * Stage 2: replays the steps of the plan in one page, in order, the same in every state.
 * @throws ScanError `site-unreachable` when the first step cannot be reached at all, `cancelled` when the signal is raised.
 */
export async function replay(page: Page, plan: Plan, hooks: JourneyHooks, { signal }: JourneyOptions): Promise<void> {
  for (const [index, step] of plan.steps.entries()) {
    let go: Go = step.go
    for (;;) {
      if (signal.aborted) throw new ScanError('cancelled', 'the scan was cancelled')
      hooks.begin(step)
      const arrival = await reach(page, go, plan.limits.stepTimeoutMs, signal)
      if (signal.aborted) throw new ScanError('cancelled', 'the scan was cancelled')
      if (typeof arrival === 'string') {
        if (index === 0) throw unreachable(go, arrival)
        hooks.failed(step, arrival)
        break
      }
      if ((await hooks.arrived(step, arrival)) === 'next') break
      // A page that was reached by a click is visited again by its address: the link is on the page before.
      go = { kind: 'url', url: page.url() }
    }
  }
}

/** What was reached, or in words why nothing was. */
async function reach(page: Page, go: Go, timeoutMs: number, signal: AbortSignal): Promise<Arrival | string> {
  const options = { timeoutMs, signal }
  try {
    return await unlessCancelled(
      go.kind === 'url' ? stepKinds.url.perform(page, go, options) : stepKinds.click.perform(page, go, options),
      signal,
    )
  } catch (reason) {
    return reason instanceof Error ? (reason.message.split('\n')[0] ?? reason.name) : String(reason)
  }
}

/** Does not wait for a page that hangs once the scan is cancelled. */
async function unlessCancelled<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  const cancelled = Promise.withResolvers<never>()
  const stop = (): void => cancelled.reject(new Error('cancelled'))
  signal.addEventListener('abort', stop, { once: true })
  try {
    return await Promise.race([work, cancelled.promise])
  } finally {
    signal.removeEventListener('abort', stop)
  }
}

function unreachable(go: Go, reason: string): ScanError {
  const what = go.kind === 'url' ? go.url : 'the first step'
  return new ScanError('site-unreachable', `${what} could not be opened (${reason}); open it in a browser to check`)
}
