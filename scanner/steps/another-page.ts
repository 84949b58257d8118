import type { Frame, Page } from 'puppeteer-core'

/** Resolves once the page shows another document, or the frame or window in which something was pressed does. */
export async function untilAnother(page: Page, frame: Frame, timeoutMs: number, signal: AbortSignal): Promise<void> {
  const frames = new Set([page.mainFrame(), frame])
  await Promise.any([...frames].map((each) => each.waitForNavigation({ timeout: timeoutMs, waitUntil: [], signal })))
}
