import type { Page } from 'puppeteer-core'
import { withEyes, type PageEyes } from './browser/eyes.ts'
import { traceReader } from './browser/traces.ts'
import { cmps } from './cmps/index.ts'
import { tryEach, type Attempt } from './consent/attempt.ts'
import { bannerFact, findBanner, readingOf, type Found, type Search } from './consent/find.ts'
import { handFor, type StageHand } from './consent/hand-for.ts'
import type { ChoiceOptions, LookOptions } from './consent/options.ts'
import { prove } from './consent/prove.ts'
import { judge, noBanner, unmade } from './consent/verdict.ts'
import { takeWayBack } from './consent/way-back.ts'
import type { BannerFact, Choice, ChoiceFact, Click, Wish } from './model.ts'
import { pageExpressions } from './signals/traces/find.ts'
import { wishesOf } from './states.ts'

export { gpcNotice } from './consent/gpc-notice.ts'
export { measureBanner } from './consent/interface.ts'
export type { BannerLayer, ChoiceOptions, LookOptions } from './consent/options.ts'
export { studyPage } from './consent/study-page.ts'
export { unmade } from './consent/verdict.ts'

export interface ChoiceMade {
  readonly choice: ChoiceFact
  /** The banner as it was found; `null` when there was none. */
  readonly banner: BannerFact | null
  /** How much later than the first look it appeared, in ms; `null` when it was there at once, or never. */
  readonly lateMs: number | null
}

/**
 * Stage 3: finds the banner of this page, makes the choice as a person would, and collects what shows that it took. The
 * page should have gone quiet before. To withdraw, it looks for the way back to the choice and refuses there. Throws
 * when the signal is raised, and when the page goes away; a time limit that passes makes the choice inconclusive.
 */
export async function makeChoice(page: Page, choice: Choice, options: ChoiceOptions): Promise<ChoiceMade> {
  const wish: Wish = { choice, allows: options.allows ?? (choice === 'accept' ? EVERYTHING : []) }
  const unfinished: Unfinished = { banner: null, clicks: [] }
  try {
    return await withEyes(page, options, (eyes) => choose(eyes, wish, options, unfinished))
  } catch (reason) {
    const { aborted, reason: limit } = options.signal as { readonly aborted: boolean; readonly reason: unknown }
    if (!aborted || !(limit instanceof DOMException) || limit.name !== 'TimeoutError') throw reason
    const { banner, clicks } = unfinished
    const late = { ...unmade(wish, 'inconclusive', 'the time for it ran out'), clicks }
    return { choice: late, banner, lateMs: null }
  }
}

/** A banner, and how much later than the first look it appeared, in ms; `null` when it was there at once. */
export interface BannerSeen {
  readonly banner: BannerFact
  readonly lateMs: number | null
}

/** The banner a visitor sees on this page now; `null` when there is none. Throws as `makeChoice` does. */
export async function bannerVisible(page: Page, options: LookOptions): Promise<BannerSeen | null> {
  return withEyes(page, options, async (eyes) => {
    const { found, lateMs } = await findBanner(eyes, options)
    const seen = readingOf(found)
    if (seen) await options.study?.({ layer: 1, seen, eyes })
    return found.size === 0 ? null : { banner: bannerFact(found), lateMs }
  })
}

const EVERYTHING = wishesOf('accepted')[0]?.allows ?? []

/** What is known of a choice whose time runs out. */
interface Unfinished {
  banner: BannerFact | null
  clicks: readonly Click[]
}

async function choose(eyes: PageEyes, wish: Wish, options: ChoiceOptions, unfinished: Unfinished): Promise<ChoiceMade> {
  const { strategies = cmps, now, screenshot, study } = options
  const readTraces = traceReader(eyes.isolated, pageExpressions)
  const studied = async (found: Found, layer: number): Promise<void> => {
    const seen = readingOf(found)
    if (seen) await study?.({ layer, seen, eyes })
  }
  const hand = handFor(eyes, {
    choice: wish.choice,
    now,
    ...(study && {
      onSettings: async () => studied((await findBanner(eyes, { ...options, bannerWaitMs: 0 })).found, 2),
    }),
  })
  const begun = now()
  const opened = wish.choice === 'withdraw' ? await reopen(wish, options, hand, readTraces) : null
  if (opened && 'choice' in opened) return { choice: opened.choice, banner: null, lateMs: null }
  const { found, lateMs } = opened ?? (await findOrScroll(eyes, hand, options))
  if (found.size === 0 && !opened) return { choice: noBanner(wish), banner: null, lateMs }

  const sighted = opened ? begun : now()
  const banner = found.size > 0 ? bannerFact(found) : null
  Object.assign(unfinished, { banner, clicks: hand.clicks })
  await screenshot('banner')
  if (hand.clicks.length === 0) await studied(found, 1)
  const before = opened?.before ?? (await readTraces())
  const refusal: Wish = wish.choice === 'withdraw' ? { ...wish, choice: 'reject' } : wish
  const attempt = found.size > 0 ? await tryEach(strategies, found, refusal, hand) : AT_ONCE
  const fact = factOf(wish, attempt, banner, hand, sighted)
  if (!hasAnswered(attempt, hand)) return { choice: fact, banner, lateMs }

  const mayStay = attempt === AT_ONCE
  const { cmp, proofs: proof } = await prove(eyes, hand, { wish, strategies, before, readTraces, mayStay })
  await screenshot('after-choice')
  const verdict = judge({ choice: wish.choice, clicks: hand.clicks, proof, stayed: attempt.because })
  return { choice: { ...fact, cmp: cmp ?? fact.cmp, ...verdict, proof }, banner, lateMs }
}

/** What was pressed on the way back took consent back by itself. */
const AT_ONCE: Attempt = {
  outcome: 'made',
  because: 'a banner can be seen',
  cmp: null,
  strategy: 'way-back',
  layer: 1,
}

function factOf(
  wish: Wish,
  attempt: Attempt,
  banner: BannerFact | null,
  { clicks, scrolls }: StageHand,
  sighted: number,
): ChoiceFact {
  const { outcome, because, strategy, layer } = attempt
  const last = clicks.at(-1)
  return {
    ...unmade(wish, outcome === 'not-offered' ? 'not-offered' : 'inconclusive', because),
    cmp: banner === null || banner.cmp === 'unknown' ? attempt.cmp : banner.cmp,
    strategy,
    layer,
    clicks,
    scrolls,
    tookMs: last ? Math.round(last.at - sighted) : null,
  }
}

/** Looking into the settings and finding nothing there is no answer. */
function hasAnswered({ outcome }: Attempt, { clicks }: StageHand): boolean {
  const hasOnlyLooked = clicks.every(({ meaning }) => meaning === 'settings' || meaning === 'other')
  return clicks.length > 0 && !(outcome === 'not-offered' && hasOnlyLooked)
}

/** A banner that waits for the visitor to read on is waited for in turn. */
async function findOrScroll(eyes: PageEyes, hand: StageHand, options: ChoiceOptions): Promise<Search> {
  const search = await findBanner(eyes, options)
  if (search.found.size > 0 || options.bannerWaitMs === 0) return search
  await hand.scroll()
  return findBanner(eyes, { ...options, bannerWaitMs: AFTER_SCROLL_MS, isPatient: false })
}

const AFTER_SCROLL_MS = 350

type ReadTraces = ReturnType<typeof traceReader>
type Reopened = { readonly found: Found; readonly lateMs: null; readonly before: Awaited<ReturnType<ReadTraces>> }

/** The choice in front of the visitor again, or what is to be said when that is not possible. */
async function reopen(
  wish: Wish,
  { strategies = cmps }: ChoiceOptions,
  hand: StageHand,
  readTraces: ReadTraces,
): Promise<Reopened | { readonly choice: ChoiceFact }> {
  const before = await readTraces()
  const way = await takeWayBack(strategies, hand)
  if (way.kind === 'opened') return { found: way.found, lateMs: null, before }
  if (way.kind === 'at-once') return { found: new Map(), lateMs: null, before }
  const choice = unmade(wish, way.kind === 'none' ? 'not-offered' : 'inconclusive', way.because)
  return { choice: { ...choice, clicks: hand.clicks, scrolls: hand.scrolls } }
}
