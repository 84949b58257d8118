import type { Page } from 'puppeteer-core'
import { cmps } from '../cmps/index.ts'
import { bannerVisible } from '../consent.ts'
import type { BannerFact } from '../model.ts'

/** Looks for the banner on one page of a journey after the other. */
export interface Lookout {
  look(page: Page, signal: AbortSignal, bannerWaitMs?: number): Promise<BannerFact | null>
  /** This is what the banner of this site looks like. */
  remember(banner: BannerFact): void
}

/**
 * The rules that know banners by name are a large script to run in every frame. A banner that could be read was seen
 * without them; on the pages that follow they are asked only when another one appears.
 */
export function keepLookout(now: () => number): Lookout {
  let known: BannerFact | null = null
  const remember = (banner: BannerFact): void => {
    if (banner.text !== '') known = banner
  }
  return {
    remember,
    look: async (page, signal, bannerWaitMs) => {
      const options = { now, signal, ...(bannerWaitMs === undefined ? {} : { bannerWaitMs }) }
      if (known) {
        const seen = await bannerVisible(page, { ...options, strategies: CHEAP })
        if (seen === null) return null
        if (seen.text === known.text) return { ...seen, cmp: known.cmp }
      }
      const banner = await bannerVisible(page, options)
      if (banner) remember(banner)
      return banner
    },
  }
}

const CHEAP = cmps.filter(({ isCheap }) => isCheap)
