import type { StepKind } from './step.ts'

/** The visitor types or follows an address. */
export const url: StepKind<'url'> = {
  kind: 'url',
  async perform(page, go, { timeoutMs }) {
    // No life-cycle event is waited for: the page's own quiet decides when it is done.
    await page.goto(go.url, { timeout: timeoutMs, waitUntil: [] })
    return { requestedUrl: go.url }
  },
}
