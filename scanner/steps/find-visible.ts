import type { ElementHandle, Frame, Page } from 'puppeteer-core'

/** Something to be seen on a page, and the frame it stands in. */
export interface VisibleElement {
  readonly element: ElementHandle
  readonly frame: Frame
}

/** How to look for it in one frame: the first way that finds something there decides. */
export type Way = (frame: Frame) => Promise<readonly ElementHandle[]>

/**
 * The first that can be seen: in the page itself, then in its frames, each before those that came after it, then in
 * windows the page has opened. A frame that cannot be seen holds nothing that can.
 */
export async function firstVisible(page: Page, ways: readonly Way[]): Promise<VisibleElement | null> {
  for (const window of await windowsOf(page))
    for (const frame of framesOf(window.mainFrame())) {
      const limitMs = frame.parentFrame() === null ? PAGE_LIMIT_MS : FRAME_LIMIT_MS
      const found = await unlessSlow(visibleIn(frame, ways), limitMs)
      if (found) return { element: found, frame }
    }
  return null
}

/** Resolves once something matches in a frame that can be seen, or when the time is over. */
export async function untilVisible(page: Page, selector: string, timeoutMs: number): Promise<void> {
  const over = new AbortController()
  const appeared = Promise.withResolvers<void>()
  const timer = setTimeout(() => appeared.resolve(), timeoutMs)
  const wait = (frame: Frame): void => {
    appears(frame, selector, { timeout: timeoutMs, signal: over.signal }).then(appeared.resolve, () => undefined)
  }
  for (const frame of framesOf(page.mainFrame())) wait(frame)
  const waitIn = (window: Page | null): void => void (window && wait(window.mainFrame()))
  page.on('frameattached', wait)
  page.on('framenavigated', wait)
  page.on('popup', waitIn)
  try {
    await appeared.promise
  } finally {
    page.off('frameattached', wait)
    page.off('framenavigated', wait)
    page.off('popup', waitIn)
    clearTimeout(timer)
    over.abort()
  }
}

/** The page, and what it has opened. */
async function windowsOf(page: Page): Promise<readonly Page[]> {
  const all = (await unlessSlow(page.browserContext().pages(), PAGE_LIMIT_MS)) ?? []
  return [page, ...all.filter((other) => other !== page && !other.isClosed())]
}

function framesOf(frame: Frame): readonly Frame[] {
  return [frame, ...frame.childFrames().flatMap(framesOf)]
}

async function visibleIn(frame: Frame, ways: readonly Way[]): Promise<ElementHandle | null> {
  for (const way of ways)
    for (const element of await way(frame)) if ((await element.isVisible()) && (await isShown(frame))) return element
  return null
}

async function isShown(frame: Frame): Promise<boolean> {
  const holder = await frame.frameElement()
  const parent = frame.parentFrame()
  return !holder || !parent || ((await holder.isVisible()) && (await isShown(parent)))
}

async function appears(frame: Frame, selector: string, how: { timeout: number; signal: AbortSignal }): Promise<void> {
  await frame.waitForSelector(selector, { ...how, visible: true })
  for (let at: Frame | null = frame; at; at = at.parentFrame()) {
    const holder = await at.frameElement()
    if (holder) await at.parentFrame()?.waitForFunction((element) => element.checkVisibility(), how, holder)
  }
}

/** A frame that is gone, or busy with itself, shows nothing. */
async function unlessSlow<T>(work: Promise<T>, limitMs: number): Promise<T | null> {
  const late = Promise.withResolvers<null>()
  const timer = setTimeout(() => late.resolve(null), limitMs)
  try {
    return await Promise.race([work, late.promise])
  } catch {
    return null
  } finally {
    clearTimeout(timer)
  }
}

const FRAME_LIMIT_MS = 1_000
/** A machine that is busy with other visitors needs this long to look through a page that is well. */
const PAGE_LIMIT_MS = 4_000
