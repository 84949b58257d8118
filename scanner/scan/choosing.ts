import type { Page } from 'puppeteer-core'
import { lendEyes, type LentEyes } from '../browser/eyes.ts'
import { isPageTrouble } from '../browser/page-trouble.ts'
import { strategiesFor } from '../cmps/index.ts'
import type { Pen } from '../collectors/collector.ts'
import { gpcNotice, makeChoice, unmade, type BannerLayer, type ChoiceMade } from '../consent.ts'
import type {
  BannerFact,
  ConsentState,
  ConsentTargets,
  Moment,
  ObservationKind,
  ScanEvent,
  StateVerdict,
  Wish,
} from '../model.ts'
import { wishesOf } from '../states.ts'
import { draftFor, type DraftPen } from './draft-pen.ts'
import { keepLookout } from './lookout.ts'
import { keepStudying } from './studying.ts'

/** The visitor's attitude to banners on one journey: choose, or only look. */
export interface Choosing {
  /** The consent state that holds now. */
  moment(): Moment
  /** There is something to choose yet: on the next page nothing may be read before that. */
  readonly isChoosing: boolean
  /**
   * Called on each page once it is quiet. True when a choice was made and proven here. A page that lets nobody look
   * before the signal is raised is a gap.
   */
  onPage(page: Page, signal: AbortSignal): Promise<boolean>
  /**
   * Only looks, on a page with nothing to choose. It may begin before it is certain that what it sees will count;
   * `onChange` is called when the page changes meanwhile.
   */
  look(page: Page, signal: AbortSignal, onChange?: () => void): Look
  /** Called when the journey is over: says so when there was nothing to choose on any page. */
  concludes(): void
}

export interface Look {
  /** The banner has been looked for; what is only read has begun, and may go on beside other readings. */
  readonly banner: Promise<void>
  /** All has been read. */
  readonly whole: Promise<void>
  /** What was seen counts, and what is still to be seen; of a look that is never told nothing stays. */
  tell(): void
}

export interface ChoosingOptions {
  readonly run: number
  readonly state: ConsentState
  readonly pen: Pen
  /** Where the operator says the banner's buttons are. */
  readonly targets: ConsentTargets
  readonly now: () => number
  readonly onEvent: (event: ScanEvent) => void
}

export function chooser(options: ChoosingOptions): Choosing {
  const wishes = wishesOf(options.state)
  return wishes.length === 0 ? onlooker(options) : decider(wishes, options)
}

/** Looks for the banner on every page, and never touches it. */
function onlooker({ state, pen, now, targets }: ChoosingOptions): Choosing {
  const studying = keepStudying(pen, now)
  const lookout = keepLookout(now, strategiesFor(targets))
  const look: Choosing['look'] = (page, signal, onChange) =>
    lookAndRead({ page, signal, onChange, pen, now }, async (lent, draft) => {
      const study = (layer: BannerLayer): Promise<void> => studying.study(layer, draft)
      const how = { lent, study, whenTold: draft.whenTold }
      const banner = await unlessGone(() => lookout.look(page, signal, how), draft.pen, ['banner'])
      if (banner !== GONE) draft.pen.write(banner ?? NO_BANNER)
      return async () => {
        if (banner !== GONE) await studying.onPage(page, signal, { lent, draft })
        if (state !== 'gpc') return
        const notice = await unlessGone(() => gpcNotice(page, { now, signal, lent }), draft.pen, ['signal'])
        if (typeof notice === 'string') {
          draft.pen.write({ kind: 'signal', standard: 'gpc-notice', raw: notice, where: 'the page itself, in words' })
        }
      }
    })
  return {
    moment: () => state,
    isChoosing: false,
    look,
    onPage: (page, signal) => toldAtOnce(look(page, signal)),
    concludes: () => undefined,
  }
}

/**
 * Makes its wishes in their order, each on the first page that offers it: the banner answers, the way back withdraws.
 * Afterwards it only looks whether the banner comes back.
 */
function decider(wishes: readonly Wish[], options: ChoosingOptions): Choosing {
  const { state, run, pen, now, onEvent, targets } = options
  const pending = [...wishes]
  let verdict: StateVerdict | null = null
  let hasLookedEverywhere = true
  const strategies = strategiesFor(targets)
  const lookout = keepLookout(now, strategies)
  const studying = keepStudying(pen, now)

  const tell = (made: StateVerdict): void => {
    verdict = made
    onEvent({ type: 'choice', run, state, verdict: made })
  }

  const choose = async (wish: Wish, page: Page, signal: AbortSignal): Promise<boolean> => {
    const screenshot = (of: 'banner' | 'after-choice'): Promise<void> => takePicture(page, of, pen)
    const { choice, allows } = wish
    const { study } = studying
    const how = { now, signal, screenshot, allows, strategies, isPatient: lookout.isPatient, targets, study }
    const made = await unlessGone(() => makeChoice(page, choice, how), pen, ['banner', 'choice'])
    if (made === GONE) hasLookedEverywhere = false
    if (made === GONE) return false
    if (made.choice.verdict === 'no-banner') lookout.hasWaited()
    if (isForAnotherPage(wish, made)) return false
    if (made.banner) {
      lookout.remember({ banner: made.banner, lateMs: made.lateMs })
      pen.write(made.banner)
    }
    pen.write(made.choice)
    if (made.choice.verdict === 'proven') pending.shift()
    if (made.choice.verdict !== 'proven' || pending.length === 0) tell(made.choice.verdict)
    return made.choice.verdict === 'proven'
  }

  const lookAgain: Choosing['look'] = (page, signal, onChange) =>
    lookAndRead({ page, signal, onChange, pen, now }, async (lent, draft) => {
      const how = { isAnswered: true, lent, whenTold: draft.whenTold }
      const banner = await unlessGone(() => lookout.look(page, signal, how), draft.pen, ['banner'])
      if (banner !== GONE) draft.pen.write(banner ?? NO_BANNER)
      return async () => {
        if (banner !== GONE) await studying.onPage(page, signal, { lent, draft })
      }
    })

  return {
    moment: () => (verdict === 'proven' ? state : 'choosing'),
    get isChoosing() {
      return verdict === null && pending.length > 0
    },
    look: lookAgain,
    onPage: (page, signal) => {
      const [wish] = pending
      return verdict === null && wish ? choose(wish, page, signal) : toldAtOnce(lookAgain(page, signal))
    },
    concludes: () => {
      const [wish] = pending
      if (verdict !== null || !wish) return
      const { found, because, sofar } = NOTHING_FOUND[wish.choice === 'withdraw' ? 'withdraw' : 'choose']
      const conclusion = hasLookedEverywhere
        ? unmade(wish, found, because)
        : unmade(wish, 'inconclusive', `${sofar}, but not every page let us look`)
      pen.write(conclusion)
      tell(conclusion.verdict)
    },
  }
}

async function toldAtOnce(look: Look): Promise<false> {
  look.tell()
  await look.whole
  return false
}

interface Looking {
  readonly page: Page
  readonly signal: AbortSignal
  readonly onChange: (() => void) | undefined
  readonly pen: Pen
  readonly now: () => number
}

/** Looks for the banner, and reads on afterwards with the same eyes. */
function lookAndRead(
  { page, signal, onChange, pen, now }: Looking,
  look: (lent: LentEyes, draft: DraftPen) => Promise<() => Promise<void>>,
): Look {
  const draft = draftFor(pen)
  const lent = lendEyes(page, { now, signal })
  const looked = look(lent, draft)
  if (onChange)
    lent.open().then(
      (eyes) => eyes.onDocumentChange(onChange),
      () => undefined,
    )
  const readOn = async (): Promise<void> => {
    try {
      const read = await looked
      await read()
    } finally {
      await lent.close()
    }
  }
  const begun = { banner: looked.then(() => undefined), whole: readOn(), tell: () => draft.tell() }
  // Whoever waits for them hears of what went wrong.
  for (const part of [begun.banner, begun.whole]) part.catch(() => undefined)
  return begun
}

/** A page without a banner, or without a way back, leaves the choice to the next one. */
function isForAnotherPage({ choice }: Wish, made: ChoiceMade): boolean {
  const { verdict, clicks } = made.choice
  return verdict === 'no-banner' || (choice === 'withdraw' && verdict === 'not-offered' && clicks.length === 0)
}

const NOTHING_FOUND = {
  choose: {
    found: 'no-banner',
    because: 'no page of the funnel showed a consent banner',
    sofar: 'no consent banner was seen',
  },
  withdraw: {
    found: 'not-offered',
    because: 'no page of the funnel led back to the choice',
    sofar: 'no way back to the choice was seen',
  },
} as const

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
    const sha256 = pen.keep(await page.screenshot({ type: 'png', optimizeForSpeed: true }), 'screenshot')
    pen.write({ kind: 'screenshot', of, path: '', sha256 })
  } catch (reason) {
    pen.gap('screenshot-failed', ['screenshot'], `no picture of the ${of}: ${String(reason)}`)
  }
}
