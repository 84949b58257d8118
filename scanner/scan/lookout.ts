import type { Page } from 'puppeteer-core'
import type { LentEyes } from '../browser/eyes.ts'
import type { Cmp } from '../cmps/cmp.ts'
import { bannerVisible, type BannerSeen, type LookOptions } from '../consent.ts'
import type { BannerFact } from '../model.ts'

/** Looks for the banner on one page of a journey after the other. */
export interface Lookout {
  look(page: Page, signal: AbortSignal, how?: LookoutHow): Promise<BannerFact | null>
  /** This is what the banner of this site looks like, and how late it appears. */
  remember(seen: BannerSeen): void
  /** A banner that does not come where the page shows signs of one is waited for once in a journey. */
  readonly isPatient: boolean
  hasWaited(): void
}

export interface LookoutHow {
  /** The visitor has chosen, and the banner should not be there. */
  readonly isAnswered?: boolean
  readonly lent?: LentEyes
  /** Called with what is to be remembered of this look; at once unless somebody decides that later. */
  readonly whenTold?: (remember: () => void) => void
  /** Called with the banner, to be measured. */
  readonly study?: LookOptions['study']
}

/**
 * The rules that know banners by name are a large script to run in every frame. A banner that could be read was seen
 * without them; on the pages that follow they are asked only when another one appears.
 */
export function keepLookout(now: () => number, strategies: readonly Cmp[]): Lookout {
  let known: BannerSeen | null = null
  let isPatient = true
  const cheap = strategies.filter(({ isCheap }) => isCheap)
  const remember = (seen: BannerSeen): void => {
    if (seen.banner.text !== '') known = seen
  }
  const lateAgain = (): number => (known?.lateMs == null ? 0 : known.lateMs + MARGIN_MS)
  return {
    remember,
    get isPatient() {
      return isPatient
    },
    hasWaited: () => {
      isPatient = false
    },
    look: async (page, signal, { isAnswered = false, lent, study, whenTold = (act: () => void) => act() } = {}) => {
      const bannerWaitMs = isAnswered ? lateAgain() : known ? Math.max(MARGIN_MS, lateAgain()) : undefined
      const options = {
        now,
        signal,
        isPatient: isPatient && !known,
        ...(lent && { lent }),
        ...(study && { study }),
        ...(bannerWaitMs === undefined ? {} : { bannerWaitMs }),
      }
      if (known) {
        const seen = await bannerVisible(page, { ...options, strategies: cheap })
        if (seen === null) return null
        if (seen.banner.text === known.banner.text) return { ...seen.banner, cmp: known.banner.cmp }
      }
      const seen = await bannerVisible(page, { ...options, strategies })
      whenTold(() => {
        if (seen) remember(seen)
        else isPatient = false
      })
      return seen?.banner ?? null
    },
  }
}

const MARGIN_MS = 400
