import type { Cmp, Detected, Made } from '../cmps/cmp.ts'
import type { ButtonMeaning, Wish } from '../model.ts'
import { detectWith, type Found } from './find.ts'
import { glanceAt } from './glance.ts'
import type { StageHand } from './hand-for.ts'

export interface Attempt {
  readonly outcome: Made['outcome']
  readonly because: string
  /** Name of the CMP, when the strategy knows it. */
  readonly cmp: string | null
  readonly strategy: string | null
  readonly layer: number | null
}

/** The strategies in their order, until one has made the banner go away. */
export async function tryEach(strategies: readonly Cmp[], found: Found, wish: Wish, hand: StageHand): Promise<Attempt> {
  let last: Attempt | null = null
  for (const cmp of strategies) {
    // What an earlier strategy pressed may have changed the banner; those that cost much look when it is their turn.
    const isKnown = hand.clicks.length === 0 && (cmp.isCheap || found.has(cmp))
    const banner: Detected | null | undefined = isKnown ? found.get(cmp) : await cmp.detect(hand)
    if (!banner) continue
    const made = await cmp.choose(banner, wish, hand)
    last = attemptOf(cmp, banner, made, hand)
    const isMade = made.outcome === 'made'
    if (hand.clicks.length > 0 && (await hand.until(() => isGone(strategies, hand), isMade ? GONE_MS : 0))) {
      return { ...last, outcome: 'made', layer: last.layer ?? 1 }
    }
  }
  return (
    last ?? { outcome: 'failed', because: 'no strategy could use the banner', cmp: null, strategy: null, layer: null }
  )
}

const GONE_MS = 5_000

function attemptOf(by: Cmp, banner: Detected, made: Made, { clicks }: StageHand): Attempt {
  const who = { cmp: banner.cmp === 'unknown' ? null : banner.cmp, strategy: by.id }
  if (made.outcome !== 'made') return { outcome: made.outcome, because: made.because, ...who, layer: null }
  // An earlier strategy may have opened the settings.
  const layer = Math.max(made.layer, clicks.some(({ meaning }) => meaning === 'settings') ? 2 : 1)
  return { outcome: made.outcome, because: 'the banner can still be seen', ...who, layer }
}

/** What was pressed has gone, and no banner that asks for an answer can be seen on a page that has loaded. */
export async function isGone(strategies: readonly Cmp[], hand: StageHand): Promise<boolean> {
  const [main] = await hand.frames()
  // Some banners load the page again.
  if ((await main?.run(() => document.readyState).catch(() => null)) !== 'complete') return false
  if (!(await hand.lastIsGone())) return false
  const { suspects } = await glanceAt(hand)
  if (suspects.length === 0) return true
  const cheap = strategies.filter(({ isCheap }) => isCheap)
  const found = await detectWith(cheap, { ...hand, frames: async () => suspects })
  return ![...found.values()].some(({ buttons }) => buttons.some(({ meaning }) => ASKS.has(meaning)))
}

const ASKS: ReadonlySet<ButtonMeaning> = new Set(['accept', 'reject', 'settings', 'save'])
