import type { Page } from 'puppeteer-core'
import { isOtherSite } from './other-site.ts'
import type { StepKind } from './step.ts'

/** The visitor types or follows an address. */
export const url: StepKind<'url'> = {
  kind: 'url',
  async perform(page, go, { timeoutMs }) {
    if (isOtherSite(page.url(), go.url)) await leaveFirst(page, timeoutMs)
    // No life-cycle event is waited for: the page's own quiet decides when it is done.
    await page.goto(go.url, { timeout: timeoutMs, waitUntil: [] })
    return { requestedUrl: go.url }
  },
}

/**
 * A page that is left for another site says its last words in a process nobody listens to any more: what it stores by
 * script then, and which cookies are refused, no event tells. It is left for an empty page first.
 */
async function leaveFirst(page: Page, timeoutMs: number): Promise<void> {
  const left = page.goto('about:blank', { timeout: Math.min(timeoutMs, LEAVE_LIMIT_MS), waitUntil: [] })
  // One that does not let go is left by the step itself.
  await left.catch(() => undefined)
}

const LEAVE_LIMIT_MS = 2_000
