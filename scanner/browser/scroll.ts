import type { Page } from 'puppeteer-core'
import { openIsolatedFrames } from './isolated-frames.ts'

export interface ScrollOptions {
  readonly now: () => number
  readonly signal: AbortSignal
  readonly limitMs: number
}

export interface Scrolled {
  /** How often the wheel was turned and something moved. */
  readonly turns: number
  /** Nothing moves any more: the page is at its end, or lets nobody scroll. */
  readonly isAtEnd: boolean
}

/**
 * Turns the wheel over the middle of the window, as a person who reads on, until nothing moves any more. What is loaded
 * on the way makes a page longer; `limitMs` ends those that never do.
 */
export async function scrollToEnd(page: Page, { now, signal, limitMs }: ScrollOptions): Promise<Scrolled> {
  const frames = await openIsolatedFrames(page)
  try {
    const deadline = now() + limitMs
    const [main] = await frames.list()
    const view = await main?.run(watchScrolling)
    if (!main || !view) return { turns: 0, isAtEnd: false }
    await page.mouse.move(view.width / 2, view.height / 2)
    for (let turns = 0; ; turns++) {
      signal.throwIfAborted()
      if (now() >= deadline) return { turns, isAtEnd: false }
      await page.mouse.wheel({ deltaY: Math.round(view.height * STRIDE) })
      if (!(await main.run(hasMoved))) return { turns, isAtEnd: true }
    }
  } finally {
    await frames.close().catch(() => undefined)
  }
}

/** Of the window: some lines are read twice, as people do. */
const STRIDE = 0.8

// These run in the page, in our world.

interface ScrollWorld {
  /** Told of since it was last asked, by the document or anything in it. */
  tagtrailScrolls?: number
}

function watchScrolling(): { readonly width: number; readonly height: number } {
  const ours = globalThis as ScrollWorld
  if (ours.tagtrailScrolls === undefined)
    addEventListener('scroll', () => (ours.tagtrailScrolls = (ours.tagtrailScrolls ?? 0) + 1), { capture: true })
  ours.tagtrailScrolls = 0
  return { width: innerWidth, height: innerHeight }
}

/** Whether anything moved since it was last asked, once it stands still: a wheel may roll out over many frames. */
async function hasMoved(): Promise<boolean> {
  const ours = globalThis as ScrollWorld
  // Painting stops in a page that is not in front; a timer does not.
  const paint = (): Promise<void> =>
    new Promise((done) => {
      requestAnimationFrame(() => done())
      setTimeout(done, 100)
    })
  let still = 0
  for (let frame = 0; still < 8 && frame < 120; frame++) {
    const before = ours.tagtrailScrolls
    await paint()
    still = ours.tagtrailScrolls === before ? still + 1 : 0
  }
  const moved = (ours.tagtrailScrolls ?? 0) > 0
  ours.tagtrailScrolls = 0
  return moved
}
