import type { Page } from 'puppeteer-core'
import type { Pen } from '../collectors/collector.ts'
import { bannerVisible, makeChoice } from '../consent.ts'
import type { BannerFact, Choice, ConsentState, Moment, Plan, ScanEvent, StateVerdict } from '../model.ts'

/** The visitor's attitude to banners on one journey: choose once, or only look. */
export interface Choosing {
  /** The consent state that holds now. */
  moment(): Moment
  /** Called on each page once it is quiet. True when a choice was made and proven here. */
  onPage(page: Page): Promise<boolean>
  /** Called when the journey is over: says so when there was nothing to choose on any page. */
  concludes(): void
}

export interface ChoosingOptions {
  readonly run: number
  readonly state: ConsentState
  readonly plan: Plan
  readonly pen: Pen
  readonly now: () => number
  readonly signal: AbortSignal
  readonly onEvent: (event: ScanEvent) => void
}

/** What a visitor of each state chooses, once, where the banner first appears. */
const CHOICES: Partial<Record<ConsentState, Choice>> = { rejected: 'reject', accepted: 'accept' }

export function chooser(options: ChoosingOptions): Choosing {
  const choice = CHOICES[options.state]
  return choice === undefined ? onlooker(options) : decider(choice, options)
}

/** Looks for the banner on every page until it was seen, and never touches it. */
function onlooker({ state, pen, now, signal, plan }: ChoosingOptions): Choosing {
  return {
    moment: () => state,
    onPage: async (page) => {
      await look(page, pen, { now, signal: withLimit(signal, plan) })
      return false
    },
    concludes: () => undefined,
  }
}

/** Chooses once, where a banner first shows; afterwards only looks whether it comes back. */
function decider(choice: Choice, options: ChoosingOptions): Choosing {
  const { state, run, pen, now, signal, plan, onEvent } = options
  let verdict: StateVerdict | null = null

  const choose = async (page: Page): Promise<boolean> => {
    const screenshot = (of: 'banner' | 'after-choice'): Promise<void> => takePicture(page, of, pen)
    const made = await makeChoice(page, choice, { now, signal: withLimit(signal, plan), screenshot })
    if (made.choice.verdict === 'no-banner') return false
    if (made.banner) pen.write(made.banner)
    pen.write(made.choice)
    verdict = made.choice.verdict
    onEvent({ type: 'choice', run, state, verdict })
    return verdict === 'proven'
  }

  const lookAgain = async (page: Page): Promise<false> => {
    await look(page, pen, { now, signal: withLimit(signal, plan), bannerWaitMs: 0 })
    return false
  }

  return {
    moment: () => (verdict === 'proven' ? state : 'choosing'),
    onPage: (page) => (verdict === null ? choose(page) : lookAgain(page)),
    concludes: () => {
      if (verdict !== null) return
      const because = 'no page of the funnel showed a consent banner'
      const nothing = { cmp: null, strategy: null, layer: null, clicks: [], proof: [] }
      pen.write({ kind: 'choice', choice, verdict: 'no-banner', because, ...nothing })
      onEvent({ type: 'choice', run, state, verdict: 'no-banner' })
    },
  }
}

/** A page that hangs may have a banner that nobody can see: that is a gap, and no look. */
async function look(page: Page, pen: Pen, options: Parameters<typeof bannerVisible>[1]): Promise<void> {
  try {
    pen.write((await bannerVisible(page, options)) ?? NO_BANNER)
  } catch (reason) {
    pen.gap('collector-failed', ['banner'], `nobody could look for a banner: ${String(reason)}`)
  }
}

/** Somebody looked, and there was none. */
const NO_BANNER: BannerFact = { kind: 'banner', cmp: 'unknown', visible: false, text: '', buttons: [] }

/** A page that hangs must not hold the journey up for longer than one step may take. */
function withLimit(signal: AbortSignal, plan: Plan): AbortSignal {
  return AbortSignal.any([signal, AbortSignal.timeout(plan.limits.stepTimeoutMs)])
}

async function takePicture(page: Page, of: 'banner' | 'after-choice', pen: Pen): Promise<void> {
  try {
    const sha256 = pen.keep(await page.screenshot({ type: 'png' }), 'screenshot')
    pen.write({ kind: 'screenshot', of, path: '', sha256 })
  } catch (reason) {
    pen.gap('screenshot-failed', ['screenshot'], `no picture of the ${of}: ${String(reason)}`)
  }
}
