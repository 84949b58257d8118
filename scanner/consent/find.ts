import type { PageEyes } from '../browser/eyes.ts'
import type { Cmp, Detected, Eyes } from '../cmps/cmp.ts'
import { cmps } from '../cmps/index.ts'
import type { BannerFact } from '../model.ts'
import { glanceAt, type Glance } from './glance.ts'
import type { LookOptions } from './options.ts'

/** What each strategy sees of the banner, in their order. */
export type Found = ReadonlyMap<Cmp, Detected>

export interface Search {
  readonly found: Found
  /** How long after the first look the banner was there, in ms; `null` when it was there at once, or never. */
  readonly lateMs: number | null
}

/**
 * Which strategies see a banner now, and again as the page changes while a late one is awaited. A glance decides first
 * whether anything on the page could be one: most pages have none, and knowing banners by name costs a large script.
 */
export async function findBanner(eyes: PageEyes, options: LookOptions): Promise<Search> {
  const { strategies = cmps, bannerWaitMs = BANNER_WAIT_MS, isPatient = true, now } = options
  const begun = now()
  let glance: Glance = { suspects: [], expectsMs: 0 }
  let found: Found = NONE
  const look = async (): Promise<boolean> => {
    glance = await glanceAt(eyes)
    found = await seenIn(glance, strategies, eyes)
    return found.size > 0
  }
  if (await look()) return { found, lateMs: null }
  const waitMs = bannerWaitMs > 0 && isPatient ? Math.max(bannerWaitMs, glance.expectsMs) : bannerWaitMs
  if (waitMs <= 0) return { found, lateMs: null }
  return { found: (await eyes.until(look, waitMs)) ? found : NONE, lateMs: now() - begun }
}

const BANNER_WAIT_MS = 800
const NONE: Found = new Map()

/** Those that cost much are asked only where the glance has seen something that nobody else can read. */
async function seenIn(glance: Glance, strategies: readonly Cmp[], eyes: Eyes): Promise<Found> {
  if (glance.suspects.length === 0)
    return detectWith(
      strategies.filter(({ isTold }) => isTold),
      eyes,
    )
  const there = glance.suspects.filter(({ isMain }) => !isMain)
  const [main] = await eyes.frames()
  const here: Eyes = { ...eyes, frames: async () => (main ? [main, ...there] : there) }
  const read = await detectWith(
    strategies.filter(({ isCheap }) => isCheap),
    here,
  )
  return read.size > 0
    ? read
    : detectWith(
        strategies.filter(({ isCheap }) => !isCheap),
        here,
      )
}

export async function detectWith(strategies: readonly Cmp[], eyes: Eyes): Promise<Found> {
  const seen = await Promise.all(strategies.map(async (cmp) => [cmp, await cmp.detect(eyes)] as const))
  return new Map(seen.filter((entry): entry is readonly [Cmp, Detected] => entry[1] !== null))
}

/** The one that read it. */
export function readingOf(found: Found): Detected | null {
  const seen = [...found.values()]
  return seen.find(({ buttons }) => buttons.length > 0) ?? seen[0] ?? null
}

/** The first strategy that knows its name names it; the first that reads it says what it shows. */
export function bannerFact(found: Found): BannerFact {
  const named = [...found.values()].find(({ cmp }) => cmp !== 'unknown')
  const read = readingOf(found)
  return {
    kind: 'banner',
    cmp: named?.cmp ?? 'unknown',
    visible: true,
    text: read?.text ?? '',
    buttons: read?.buttons ?? [],
  }
}
