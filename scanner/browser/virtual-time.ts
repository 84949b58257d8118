import type { CDPSession, Page } from 'puppeteer-core'
import { unlessLate } from './unless-late.ts'

/** Brings the timers of one page forward. From the first time on, its clock is ours: it goes on as fast as our own. */
export interface VirtualTime {
  /** Resolves once this much of the page's time is over; requests are waited for in its real time. */
  pass(ms: number, limitMs: number): Promise<void>
}

/**
 * Chromium has no way back to real time, and a page whose time stands still would never load the next one: once some
 * time was passed, the page is given as much of it as really goes by, in small pieces. Frames of other sites and
 * workers keep their own time.
 */
export function virtualTimeOf(page: Page, now: () => number): VirtualTime {
  let opening: Promise<CDPSession> | null = null
  let isPassing = false
  let givenUntil = 0

  const grant = (session: CDPSession, policy: Policy, budget: number): Promise<unknown> => {
    const over = new Promise<void>((resolve) => void session.once(EXPIRED, () => resolve()))
    return session.send('Emulation.setVirtualTimePolicy', { policy, budget, ...PATIENCE }).then(() => over)
  }

  const keepGoing = async (session: CDPSession): Promise<void> => {
    for (;;) {
      await pause(PIECE_MS)
      if (isPassing) continue
      const gone = Math.min(now() - givenUntil, LONGEST_PIECE_MS)
      givenUntil = now()
      await grant(session, 'advance', Math.max(1, Math.round(gone)))
    }
  }

  const open = async (): Promise<CDPSession> => {
    const session = await page.createCDPSession()
    givenUntil = now()
    // Ends with the page: nothing can be sent to it then.
    void keepGoing(session).catch(() => undefined)
    return session
  }

  return {
    pass: async (ms, limitMs) => {
      isPassing = true
      try {
        opening ??= open()
        await unlessLate(limitMs, grant(await opening, 'pauseIfNetworkFetchesPending', ms))
      } finally {
        givenUntil = now()
        isPassing = false
      }
    },
  }
}

type Policy = 'advance' | 'pauseIfNetworkFetchesPending'

const EXPIRED = 'Emulation.virtualTimeBudgetExpired'
/** A page that always has something to do at once would else keep its time from moving. */
const PATIENCE = { maxVirtualTimeTaskStarvationCount: 1_000 }
const PIECE_MS = 25
/** A page that was busy is not made to catch up. */
const LONGEST_PIECE_MS = 250

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}
