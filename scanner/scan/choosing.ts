import type { Page } from 'puppeteer-core'
import { isPageTrouble } from '../browser/page-trouble.ts'
import type { Pen } from '../collectors/collector.ts'
import { makeChoice } from '../consent.ts'
import { keepLookout } from './lookout.ts'
import type { BannerFact, Choice, ConsentState, Moment, ObservationKind, ScanEvent, StateVerdict } from '../model.ts'

/** The visitor's attitude to banners on one journey: choose once, or only look. */
export interface Choosing {
  /** The consent state that holds now. */
  moment(): Moment
  /**
   * Called on each page once it is quiet. True when a choice was made and proven here. A page that lets nobody look
   * before the signal is raised is a gap.
   */
  onPage(page: Page, signal: AbortSignal): Promise<boolean>
  /** Called when the journey is over: says so when there was nothing to choose on any page. */
  concludes(): void
}

export interface ChoosingOptions {
  readonly run: number
  readonly state: ConsentState
  readonly pen: Pen
  readonly now: () => number
  readonly onEvent: (event: ScanEvent) => void
}

/** What a visitor of each state chooses, once, where the banner first appears. */
const CHOICES: Partial<Record<ConsentState, Choice>> = { rejected: 'reject', accepted: 'accept' }

export function chooser(options: ChoosingOptions): Choosing {
  const choice = CHOICES[options.state]
  return choice === undefined ? onlooker(options) : decider(choice, options)
}

/** Looks for the banner on every page, and never touches it. */
function onlooker({ state, pen, now }: ChoosingOptions): Choosing {
  const lookout = keepLookout(now)
  return {
    moment: () => state,
    onPage: async (page, signal) => {
      const banner = await unlessGone(() => lookout.look(page, signal), pen, ['banner'])
      if (banner !== GONE) pen.write(banner ?? NO_BANNER)
      return false
    },
    concludes: () => undefined,
  }
}

/** Chooses once, where a banner first shows; afterwards only looks whether it comes back. */
function decider(choice: Choice, options: ChoosingOptions): Choosing {
  const { state, run, pen, now, onEvent } = options
  let verdict: StateVerdict | null = null
  let hasLookedEverywhere = true
  const lookout = keepLookout(now)

  const choose = async (page: Page, signal: AbortSignal): Promise<boolean> => {
    const screenshot = (of: 'banner' | 'after-choice'): Promise<void> => takePicture(page, of, pen)
    const made = await unlessGone(() => makeChoice(page, choice, { now, signal, screenshot }), pen, [
      'banner',
      'choice',
    ])
    if (made === GONE) hasLookedEverywhere = false
    if (made === GONE || made.choice.verdict === 'no-banner') return false
    if (made.banner) {
      lookout.remember(made.banner)
      pen.write(made.banner)
    }
    pen.write(made.choice)
    verdict = made.choice.verdict
    onEvent({ type: 'choice', run, state, verdict })
    return verdict === 'proven'
  }

  const lookAgain = async (page: Page, signal: AbortSignal): Promise<false> => {
    const banner = await unlessGone(() => lookout.look(page, signal, 0), pen, ['banner'])
    if (banner !== GONE) pen.write(banner ?? NO_BANNER)
    return false
  }

  return {
    moment: () => (verdict === 'proven' ? state : 'choosing'),
    onPage: (page, signal) => (verdict === null ? choose(page, signal) : lookAgain(page, signal)),
    concludes: () => {
      if (verdict !== null) return
      const because = hasLookedEverywhere
        ? 'no page of the funnel showed a consent banner'
        : 'no consent banner was seen, but not every page let us look'
      verdict = hasLookedEverywhere ? 'no-banner' : 'inconclusive'
      const nothing = { cmp: null, strategy: null, layer: null, clicks: [], proof: [] }
      pen.write({ kind: 'choice', choice, verdict, because, ...nothing })
      onEvent({ type: 'choice', run, state, verdict })
    },
  }
}

/** Somebody looked, and there was none. */
const NO_BANNER: BannerFact = { kind: 'banner', cmp: 'unknown', visible: false, text: '', buttons: [] }

const GONE = Symbol('the page is gone')

/** A page may hang, crash or go elsewhere while it is looked at; anything else that fails is a bug. */
async function unlessGone<T>(
  look: () => Promise<T>,
  pen: Pen,
  blinds: readonly ObservationKind[],
): Promise<T | typeof GONE> {
  try {
    return await look()
  } catch (reason) {
    if (!isPageTrouble(reason)) throw reason
    pen.gap('collector-failed', blinds, `nobody could look for a banner: ${String(reason)}`)
    return GONE
  }
}

async function takePicture(page: Page, of: 'banner' | 'after-choice', pen: Pen): Promise<void> {
  try {
    const sha256 = pen.keep(await page.screenshot({ type: 'png' }), 'screenshot')
    pen.write({ kind: 'screenshot', of, path: '', sha256 })
  } catch (reason) {
    pen.gap('screenshot-failed', ['screenshot'], `no picture of the ${of}: ${String(reason)}`)
  }
}
