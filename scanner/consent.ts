import type { Page } from 'puppeteer-core'
import { withEyes, type PageEyes } from './browser/eyes.ts'
import { traceReader } from './browser/traces.ts'
import type { Cmp, Detected, Eyes, Made } from './cmps/cmp.ts'
import { cmps } from './cmps/index.ts'
import { handFor, type StageHand } from './consent/hand-for.ts'
import { judge, kindsThatAgree, noBanner, pressProof } from './consent/verdict.ts'
import type { BannerFact, ButtonMeaning, Choice, Click, ChoiceFact, Proof } from './model.ts'
import { pageExpressions } from './signals/traces/find.ts'
import { testimonyOf, type Testimony } from './signals/traces/testimony.ts'

export interface ChoiceOptions extends LookOptions {
  /** Taken before the first click and after the last. */
  readonly screenshot: (of: 'banner' | 'after-choice') => Promise<void>
  /** How many kinds of trace, beside the click and the vanished banner, make a choice proven. */
  readonly tracesNeeded?: number
}

export interface LookOptions {
  /** Milliseconds since the run began. */
  readonly now: () => number
  readonly signal: AbortSignal
  /** How long a banner may be late, in ms. */
  readonly bannerWaitMs?: number
  readonly strategies?: readonly Cmp[]
}

export interface ChoiceMade {
  readonly choice: ChoiceFact
  /** The banner as it was found; `null` when there was none. */
  readonly banner: BannerFact | null
}

const BANNER_WAIT_MS = 800
const TRACES_NEEDED = 1
const GONE_MS = 5_000
const PROOF_MS = 4_000
const QUIET_MS = 250

/**
 * Stage 3: finds the banner of this page, makes the choice as a person would, and collects what shows that it took. The
 * page should have gone quiet before. Throws when the signal is raised, and when the page goes away; a time limit that
 * passes makes the choice inconclusive.
 */
export async function makeChoice(page: Page, choice: Choice, options: ChoiceOptions): Promise<ChoiceMade> {
  const unfinished: Unfinished = { banner: null, clicks: [] }
  try {
    return await withEyes(page, options, (eyes) => choose(eyes, choice, options, unfinished))
  } catch (reason) {
    const { aborted, reason: limit } = options.signal as { readonly aborted: boolean; readonly reason: unknown }
    if (!aborted || !(limit instanceof DOMException) || limit.name !== 'TimeoutError') throw reason
    const because = 'the time for it ran out'
    const { banner, clicks } = unfinished
    return { choice: { ...noBanner(choice), verdict: 'inconclusive', because, clicks }, banner }
  }
}

/** The banner a visitor sees on this page now; `null` when there is none. Throws as `makeChoice` does. */
export async function bannerVisible(page: Page, options: LookOptions): Promise<BannerFact | null> {
  return withEyes(page, options, async (eyes) => {
    const found = await findBanner(eyes, options)
    return found.size === 0 ? null : bannerFact(found)
  })
}

/** What is known of a choice whose time runs out. */
interface Unfinished {
  banner: BannerFact | null
  clicks: readonly Click[]
}

async function choose(
  eyes: PageEyes,
  choice: Choice,
  options: ChoiceOptions,
  unfinished: Unfinished,
): Promise<ChoiceMade> {
  const found = await findBanner(eyes, options)
  if (found.size === 0) return { choice: noBanner(choice), banner: null }
  const banner = bannerFact(found)
  await options.screenshot('banner')
  const hand = handFor(choice, eyes, options.now)
  Object.assign(unfinished, { banner, clicks: hand.clicks })
  const readTraces = traceReader(eyes.isolated, pageExpressions)
  const before = await readTraces()
  const attempt = await tryEach(found, choice, hand, options)
  const { clicks } = hand
  const { strategy, layer } = attempt
  const cmp = banner.cmp === 'unknown' ? null : banner.cmp
  const fact = { kind: 'choice', choice, cmp, strategy, layer, clicks } as const
  if (clicks.length === 0) {
    const verdict = attempt.outcome === 'not-offered' ? 'not-offered' : 'inconclusive'
    return { choice: { ...fact, verdict, because: attempt.because, proof: [] }, banner }
  }

  const needed = options.tracesNeeded ?? TRACES_NEEDED
  let testimony: Testimony = { cmp: null, proofs: [], contradictions: [] }
  await eyes.untilQuiet(QUIET_MS, PROOF_MS)
  await eyes.until(async () => {
    testimony = testimonyOf(choice, before, await readTraces())
    return kindsThatAgree(testimony.proofs).size >= needed
  }, PROOF_MS)
  const { proofs, contradictions } = testimony
  const proof = [...pressProof(clicks), await goneProof(hand, options), ...proofs]
  await options.screenshot('after-choice')
  return {
    choice: {
      ...fact,
      cmp: testimony.cmp ?? cmp,
      ...judge({ choice, clicks, proof, contradictions, needed, stayed: attempt.because }),
      proof,
    },
    banner,
  }
}

type Found = ReadonlyMap<Cmp, Detected>

/** Which strategies see a banner: all of them at once now, and again as the page changes while a late one is awaited. */
async function findBanner(eyes: PageEyes, options: LookOptions): Promise<Found> {
  const { strategies = cmps, bannerWaitMs = BANNER_WAIT_MS } = options
  let found = await detectWith(strategies, eyes)
  if (found.size > 0 || bannerWaitMs <= 0) return found
  const cheap = strategies.filter(({ isCheap }) => isCheap)
  await eyes.until(async () => (found = await detectWith(cheap, eyes)).size > 0, bannerWaitMs)
  return found.size > 0 && cheap.length < strategies.length ? detectWith(strategies, eyes) : found
}

async function detectWith(strategies: readonly Cmp[], eyes: Eyes): Promise<Found> {
  const seen = await Promise.all(strategies.map(async (cmp) => [cmp, await cmp.detect(eyes)] as const))
  return new Map(seen.filter((entry): entry is readonly [Cmp, Detected] => entry[1] !== null))
}

interface Attempt {
  readonly outcome: Made['outcome']
  readonly because: string
  readonly strategy: string | null
  readonly layer: number | null
}

/** The strategies in their order, until one has made the banner go away. */
async function tryEach(found: Found, choice: Choice, hand: StageHand, options: LookOptions): Promise<Attempt> {
  let last: Attempt | null = null
  for (const cmp of options.strategies ?? cmps) {
    // What an earlier strategy pressed may have changed the banner.
    const banner = last === null ? found.get(cmp) : await cmp.detect(hand)
    if (!banner) continue
    const made = await cmp.choose(banner, choice, hand)
    last = attemptOf(cmp, made, hand)
    const isMade = made.outcome === 'made'
    if (hand.clicks.length > 0 && (await hand.until(() => isGone(hand, options), isMade ? GONE_MS : 0))) {
      return { ...last, outcome: 'made', layer: last.layer ?? 1 }
    }
  }
  return last ?? { outcome: 'failed', because: 'no strategy could use the banner', strategy: null, layer: null }
}

function attemptOf(cmp: Cmp, made: Made, { clicks }: StageHand): Attempt {
  if (made.outcome !== 'made') return { outcome: made.outcome, because: made.because, strategy: cmp.id, layer: null }
  // An earlier strategy may have opened the settings.
  const layer = Math.max(made.layer, clicks.some(({ meaning }) => meaning === 'settings') ? 2 : 1)
  return { outcome: made.outcome, because: 'the banner can still be seen', strategy: cmp.id, layer }
}

/** What was pressed has gone, and no banner that asks for an answer can be seen on a page that has loaded. */
async function isGone(hand: StageHand, { strategies = cmps }: LookOptions): Promise<boolean> {
  const [main] = await hand.frames()
  // Some banners load the page again.
  if ((await main?.run(() => document.readyState).catch(() => null)) !== 'complete') return false
  if (!(await hand.lastIsGone())) return false
  const found = await detectWith(
    strategies.filter(({ isCheap }) => isCheap),
    hand,
  )
  return ![...found.values()].some(({ buttons }) => buttons.some(({ meaning }) => ASKS.has(meaning)))
}

const ASKS: ReadonlySet<ButtonMeaning> = new Set(['accept', 'reject', 'settings', 'save'])

async function goneProof(hand: StageHand, options: LookOptions): Promise<Proof> {
  const agrees = await isGone(hand, options)
  return {
    kind: 'banner-gone',
    agrees,
    detail: agrees ? 'no banner can be seen any more' : 'a banner can still be seen',
  }
}

/** The first strategy names it; the first that reads it says what it shows. */
function bannerFact(found: Found): BannerFact {
  const seen = [...found.values()]
  const read = seen.find(({ buttons }) => buttons.length > 0) ?? seen[0]
  const named = seen.find(({ cmp }) => cmp !== 'unknown')
  return {
    kind: 'banner',
    cmp: named?.cmp ?? 'unknown',
    visible: true,
    text: read?.text ?? '',
    buttons: read?.buttons ?? [],
  }
}
