import type { Page } from 'puppeteer-core'
import { isPageTrouble } from '../browser/page-trouble.ts'
import { scrollToEnd } from '../browser/scroll.ts'
import { virtualTimeOf, type VirtualTime } from '../browser/virtual-time.ts'
import type { Canary } from '../canary.ts'
import type { JourneyLog } from '../evidence-log.ts'
import { fillFields, type FillOptions } from '../journey/fill.ts'
import type { ConsentState, Moment, Plan, Step } from '../model.ts'
import { everyKind } from './every-kind.ts'

/** What the visitor does on a page beside answering its banner: scrolls, fills in forms, and waits for what is late. */
export interface Deeds {
  /** The consent state that holds now, given what the banner was told. */
  moment(chosen: Moment): Moment
  /**
   * Called on each page once it is quiet and no choice is left to be made there. True when the page has to be visited
   * again, because the state began on it.
   */
  onPage(page: Page, step: Step, visit: DeedOptions): Promise<boolean>
}

export interface DeedOptions {
  readonly moment: Moment
  readonly limitMs: number
  readonly signal: AbortSignal
  /** Resolves once what was done has been answered. */
  settle(): Promise<unknown>
}

export interface DeedParts {
  readonly plan: Plan
  readonly state: ConsentState
  readonly canary: Canary
  readonly log: JourneyLog
  readonly now: () => number
}

/**
 * Scrolling can be read as consent: nobody scrolls before the choice of their state is made. Who only scrolls is
 * `scrolled` from the visit after the first turn of the wheel, so that every judged step is a whole visit; until then
 * it is the visitor of `no-choice`, whom that state judges already.
 */
export function deedsOf({ plan, state, canary, log, now }: DeedParts): Deeds {
  const isScroller = state === 'scrolled'
  let hasScrolled = false

  const scroll = async (page: Page, { limitMs, signal, settle }: DeedOptions): Promise<void> => {
    log.phase('scroll')
    await scrollToEnd(page, { now, signal, limitMs })
    await settle()
  }

  const fill = async (page: Page, step: Step, { limitMs, signal, settle }: DeedOptions): Promise<void> => {
    log.phase('input')
    const timeoutMs = Math.min(FIELD_LIMIT_MS, limitMs)
    const onFilled: FillOptions['onFilled'] = (filled) => log.pen.write({ kind: 'filled', ...filled })
    const failures = await fillFields(page, step.fill, { canary, signal, timeoutMs, onFilled })
    for (const failure of failures) log.pen.gap('step-failed', ['canary-seen'], `${step.id}: ${failure}`)
    await settle()
  }

  const times = new WeakMap<Page, VirtualTime>()
  const bringForward = async (page: Page, { limitMs, settle }: DeedOptions): Promise<void> => {
    const time = times.get(page) ?? virtualTimeOf(page, now)
    times.set(page, time)
    await time.pass(LATE_MS, limitMs)
    await settle()
  }

  return {
    moment: (chosen) => (isScroller && !hasScrolled ? 'choosing' : chosen),
    onPage: async (page, step, visit) => {
      const begins = isScroller && !hasScrolled
      try {
        if (begins || ((plan.scroll || isScroller) && visit.moment !== 'choosing')) await scroll(page, visit)
        if (begins) hasScrolled = true
        if (!begins && step.fill.length > 0) await fill(page, step, visit)
        log.phase('idle')
        if (!begins && plan.limits.settle === 'virtual') await bringForward(page, visit)
      } catch (reason) {
        if (!visit.signal.aborted && !isPageTrouble(reason)) throw reason
        log.pen.gap('step-failed', everyKind, `${step.id} ended while the visitor was busy on it: ${String(reason)}`)
      } finally {
        log.phase('idle')
      }
      return begins && hasScrolled
    },
  }
}

/** Tags that wait for a visitor to stay wait this long at most, nearly all of them. */
const LATE_MS = 5_000

/** A field that is there at all is there once the page is quiet. */
const FIELD_LIMIT_MS = 3_000
