import { launch, type Page } from 'puppeteer-core'
import { provideBrowser } from '../../../scanner/browser/provide.ts'
import { servePages } from './pages.ts'

/** Real Chromium in front of a small shop on loopback; one for a whole test file. */
export interface Shop {
  readonly origin: string
  /** A visitor who has never been here. */
  visit(path: string): Promise<Page>
  close(): Promise<void>
}

export async function openShop(pages: Readonly<Record<string, string>>): Promise<Shop> {
  const site = await servePages(pages)
  const { path, env } = await provideBrowser()
  const browser = await launch({
    executablePath: path,
    env: { ...process.env, ...env },
    // Cross-site frames live in processes of their own, as on a visitor's machine.
    args: ['--site-per-process', '--disable-gpu', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
  })
  return {
    origin: site.origin,
    visit: async (at) => {
      const context = await browser.createBrowserContext()
      const page = await context.newPage()
      await page.goto(site.origin + at, { waitUntil: 'load' })
      return page
    },
    close: async () => {
      await browser.close()
      await site.close()
    },
  }
}

/** What the page itself understood. */
export const outcomeOf = (page: Page): Promise<unknown> =>
  page.evaluate(() => (globalThis as { outcome?: unknown }).outcome ?? null)

/** A clock and a signal for tests. */
export const inTime = (): { readonly now: () => number; readonly signal: AbortSignal } => ({
  now: () => performance.now(),
  signal: new AbortController().signal,
})
