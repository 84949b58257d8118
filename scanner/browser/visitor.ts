import type { CDPSession, Page, Target } from 'puppeteer-core'
import type { RunningBrowser } from './launch.ts'
import { unlessLate } from './unless-late.ts'

export interface Visitor {
  /** The page in front: another one once the first had to be replaced. */
  readonly page: Page
  readonly browserContextId: string
  /** Raised, with the reason, when the page in front has crashed, was closed or was given up. */
  readonly lost: AbortSignal
  /** Nothing was opened beside the page in front. */
  readonly isAlone: boolean
  /** Whether the page in front answers at all; one that does not is given up. */
  answers(limitMs: number): Promise<boolean>
  /** Puts a new page of the same visitor in the place of one that is lost; resolves to its target id. */
  replacePage(): Promise<string>
  /** Turns back to the page in front when something was opened over it: what is covered is not painted. */
  turnBack(): Promise<void>
  /** Closes what the pages of this visitor have opened beside the one in front. */
  closePopups(): Promise<void>
  /**
   * Leaves the page for an empty one: its handlers run. Closing it would end its session before the answers to its last
   * words are there, and nobody else tells which cookies came with them. Resolves once it is gone, or after `limitMs`.
   */
  leavePage(limitMs: number): Promise<void>
  /** Forgets the visitor: whatever is left of the context ends at once. */
  forget(): Promise<void>
}

/** One visitor who has never been here: a fresh browser context with one page, and downloads refused. */
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
  const open = async (): Promise<FrontPage> => frontPage(await context.newPage(), viewport)
  const close = async (targetId: string): Promise<void> => {
    await unlessLate(CLOSE_LIMIT_MS, root.send('Target.closeTarget', { targetId })).catch(() => undefined)
  }
  let front = await open()
  const opened = (): readonly Target[] => context.targets().filter((target) => PAGE.has(target.type()))
  const isAlone = (): boolean => opened().length < 2

  return {
    browserContextId,
    get page() {
      return front.page
    },
    get lost() {
      return front.lost.signal
    },
    get isAlone() {
      return isAlone()
    },
    answers: async (limitMs) => {
      const { session, lost } = front
      if (lost.signal.aborted) return false
      try {
        await unlessLate(limitMs, session.send('Runtime.evaluate', { expression: '0' }))
      } catch {
        lost.abort(new Error(`the page answered nothing for ${limitMs} ms`))
      }
      return !lost.signal.aborted
    },
    replacePage: async () => {
      const { targetId } = front
      // One page is there at any time: a context that lost its last would be gone.
      front = await open()
      await close(targetId)
      return front.targetId
    },
    turnBack: async () => {
      if (isAlone()) return
      const { targetId } = front
      await unlessLate(CLOSE_LIMIT_MS, root.send('Target.activateTarget', { targetId })).catch(() => undefined)
    },
    closePopups: async () => {
      if (isAlone()) return
      const { targetInfos } = await root.send('Target.getTargets')
      const popups = targetInfos.filter(
        (target) =>
          target.type === 'page' && target.browserContextId === browserContextId && target.targetId !== front.targetId,
      )
      await Promise.all(popups.map(({ targetId }) => close(targetId)))
    },
    leavePage: async (limitMs) => {
      if (front.lost.signal.aborted) return
      const left = front.page.goto('about:blank', { timeout: limitMs, waitUntil: [] })
      await unlessLate(limitMs, left).catch(() => undefined)
    },
    forget: async () => {
      const disposed = root.send('Target.disposeBrowserContext', { browserContextId })
      await unlessLate(CLOSE_LIMIT_MS, disposed).catch(() => undefined)
    },
  }
}

/** A page that hangs is ended by the browser without being asked; the browser itself may be busy. */
const CLOSE_LIMIT_MS = 1_000

const PAGE: ReadonlySet<string> = new Set(['page'])

interface FrontPage {
  readonly page: Page
  readonly targetId: string
  /** For questions to the page itself. */
  readonly session: CDPSession
  readonly lost: AbortController
}

async function frontPage(
  page: Page,
  viewport: { readonly width: number; readonly height: number },
): Promise<FrontPage> {
  const lost = new AbortController()
  page.once('error', () => lost.abort(new Error('the page crashed')))
  page.once('close', () => lost.abort(new Error('the page was closed')))
  const session = await page.createCDPSession()
  const { targetInfo } = await session.send('Target.getTargetInfo')
  await page.setViewport(viewport)
  return { page, targetId: targetInfo.targetId, session, lost }
}
