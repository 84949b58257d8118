import type { Page } from 'puppeteer-core'

/** How often the window painted while it was scrolled. */
export interface Frames {
  readonly amount: number
  /** Shares of the frames that came within one, and within two frames of a screen of 60 Hz. */
  readonly within17: number
  readonly within33: number
  readonly medianMs: number
  readonly worstMs: number
  /** The longest time the window could not answer, 0 for none over 50 ms. */
  readonly longestTaskMs: number
}

/** Turns the wheel over the middle of the window for some seconds, and counts the frames meanwhile. */
export async function framesWhileScrolling(page: Page, ms: number): Promise<Frames> {
  const { width, height } = page.viewport() ?? { width: 800, height: 600 }
  await page.mouse.move(width / 2, (height * 2) / 3)
  await page.evaluate(beginCounting)
  const until = performance.now() + ms
  while (performance.now() < until) await page.mouse.wheel({ deltaY: 240 })
  const { times, tasks } = await page.evaluate(endCounting)
  const deltas = times.slice(1).map((time, at) => time - (times[at] ?? time))
  const share = (most: number): number => deltas.filter((delta) => delta <= most).length / deltas.length
  const sorted = deltas.toSorted((a, b) => a - b)
  return {
    amount: deltas.length,
    // Half a millisecond for the clock, which is not exact.
    within17: share(17.2),
    within33: share(33.8),
    medianMs: sorted[Math.floor(sorted.length / 2)] ?? NaN,
    worstMs: sorted.at(-1) ?? NaN,
    longestTaskMs: Math.max(0, ...tasks),
  }
}

interface Counting {
  times: number[]
  tasks: number[]
  isOver: boolean
  watch: PerformanceObserver
}

function beginCounting(): void {
  const tasks: number[] = []
  const watch = new PerformanceObserver((list) => tasks.push(...list.getEntries().map(({ duration }) => duration)))
  watch.observe({ type: 'longtask' })
  const counting: Counting = { times: [], tasks, isOver: false, watch }
  const count = (time: number): void => {
    counting.times.push(time)
    if (!counting.isOver) requestAnimationFrame(count)
  }
  requestAnimationFrame(count)
  Object.assign(window, { counting })
}

function endCounting(): { times: number[]; tasks: number[] } {
  const { counting } = window as unknown as { counting: Counting }
  counting.isOver = true
  counting.watch.disconnect()
  return { times: counting.times, tasks: counting.tasks }
}
