import type { Page } from 'puppeteer-core'
import type { RunningBrowser } from './launch.ts'

export interface Visitor {
  readonly page: Page
  readonly browserContextId: string
  /** Closes the page as a visitor closes a tab: its handlers run. Resolves once it is gone, or after `limitMs`. */
  closePage(limitMs: number): Promise<void>
  /** Forgets the visitor: whatever is left of the context ends at once. */
  forget(): Promise<void>
}

/**
 * One visitor who has never been here: a fresh browser context with one page. Dialogs are dismissed and downloads
 * refused, so that no page can hold the visit up.
 */
export async function newVisitor(
  { browser, root }: RunningBrowser,
  viewport: { readonly width: number; readonly height: number },
  onContext: (browserContextId: string) => void,
): Promise<Visitor> {
  const context = await browser.createBrowserContext({ downloadBehavior: { policy: 'deny' } })
  const browserContextId = context.id
  if (browserContextId === undefined) throw new Error('a fresh browser context has no id')
  // The recorder must know the context before its first page exists.
  onContext(browserContextId)
  const page = await context.newPage()
  page.on('dialog', (dialog) => {
    // A page may ask not to be left; everything else is refused.
    const answer = dialog.type() === 'beforeunload' ? dialog.accept() : dialog.dismiss()
    void answer.catch(() => undefined)
  })
  await page.setViewport(viewport)
  return {
    page,
    browserContextId,
    closePage: async (limitMs) => {
      const closed = new Promise<void>((resolve) => {
        const limit = setTimeout(resolve, limitMs)
        page.once('close', () => {
          clearTimeout(limit)
          resolve()
        })
      })
      await page.close({ runBeforeUnload: true }).catch(() => undefined)
      await closed
    },
    forget: async () => {
      await root.send('Target.disposeBrowserContext', { browserContextId }).catch(() => undefined)
    },
  }
}
