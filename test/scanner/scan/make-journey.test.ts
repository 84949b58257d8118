import { expect, test } from 'vitest'
import { canaryOf } from '../../../scanner/canary.ts'
import type { JourneyLog } from '../../../scanner/evidence-log.ts'
import type { Moment, Plan, ScanEvent } from '../../../scanner/model.ts'
import { makeJourney, openThreshold } from '../../../scanner/scan/make-journey.ts'
import { fakeWalker } from '../../evidence/fake-page.ts'
import { fakePen, type FakePen } from '../../evidence/fake-pen.ts'
import { at, clickOn, planOf } from '../../evidence/plan.ts'

const PLAN = planOf({ optin: at('https://shop.example/optin'), sales: at('https://shop.example/sales') })
const [OPTIN, SALES] = PLAN.steps as [Plan['steps'][0], Plan['steps'][0]]

/** A log that notes where it is told to stand. */
function notedLog(notes: string[], pen: FakePen): JourneyLog {
  return {
    pen: pen.pen,
    elapsed: () => 0,
    enter: (stepId) => void notes.push(`enter ${stepId}`),
    phase: (phase) => void notes.push(`phase ${phase}`),
    state: (state) => void notes.push(`state ${state}`),
    submits: () => void notes.push('submits'),
  }
}

test('the first step begins at once: there is nothing to leave', () => {
  const notes: string[] = []
  openThreshold(notedLog(notes, fakePen()), () => void notes.push('flush')).expect(OPTIN, 'no-choice')
  expect(notes).toEqual(['enter optin', 'state no-choice'])
})

test('until the next document is asked for, everything belongs to leaving this one', () => {
  const notes: string[] = []
  const gate = openThreshold(notedLog(notes, fakePen()), () => void notes.push('flush'))
  gate.expect(OPTIN, 'choosing')
  notes.length = 0
  gate.expect(SALES, 'rejected')
  expect(notes).toEqual(['phase leave'])
  gate.cross()
  expect(notes).toEqual(['phase leave', 'flush', 'enter sales', 'state rejected'])
})

test('a page that goes somewhere by itself crosses no threshold', () => {
  const notes: string[] = []
  const gate = openThreshold(notedLog(notes, fakePen()), () => void notes.push('flush'))
  gate.expect(OPTIN, 'no-choice')
  notes.length = 0
  gate.cross()
  expect(notes).toEqual([])
})

interface Made extends FakePen {
  readonly notes: readonly string[]
  readonly events: readonly ScanEvent[]
}

interface Making {
  readonly isQuiet?: boolean
  /** The step on which the choice is made. */
  readonly chosenOn?: string
  readonly crashesOn?: string
  /** The step whose page answers and cannot be read. */
  readonly unreadOn?: string
  readonly failures?: Record<string, string>
  /** The step on which what the visitor does begins the state. */
  readonly beginsOn?: string
  readonly clickIds?: readonly string[]
  readonly plan?: Plan
  /** What happens on each page while quiet is waited for. */
  readonly lulls?: readonly ('begins' | 'ends')[]
}

async function make({
  isQuiet = true,
  chosenOn,
  crashesOn,
  unreadOn,
  failures = {},
  beginsOn,
  clickIds = [],
  plan = PLAN,
  lulls = [],
}: Making): Promise<Made> {
  let hasBegun = false
  const pen = fakePen()
  const notes: string[] = []
  const events: ScanEvent[] = []
  const log = notedLog(notes, pen)
  const { page, walker, lose } = fakeWalker(failures)
  const note = (what: string) => () => void notes.push(what)
  let moment: Moment = chosenOn ? 'choosing' : 'no-choice'
  await makeJourney({
    plan,
    run: 1,
    state: chosenOn ? 'rejected' : 'no-choice',
    log,
    threshold: openThreshold(log, note('flush by threshold')),
    visitor: {
      ...walker,
      get lost() {
        return walker.lost
      },
      browserContextId: 'C1',
      isAlone: true,
      turnBack: async () => undefined,
      closePopups: async () => undefined,
      leavePage: async () => note('leave page')(),
      forget: async () => note('forget')(),
    },
    observing: {
      quiet: {
        watch: () => undefined,
        stir: () => undefined,
        touch: () => undefined,
        forget: () => undefined,
        answered: () => undefined,
        reset: note('reset'),
        leave: note('leave'),
        asked: () => undefined,
        settled: async (_settleMs, _timeoutMs, _signal, pause) => {
          for (const what of lulls) pause?.[what]()
          if (page.url().endsWith(`/${crashesOn}`)) lose('the page crashed')
          return isQuiet
        },
      },
      turnTo: (targetId) => note(`turn to ${targetId}`)(),
      inventory: () => {
        note('inventory begins')()
        return { isWhole: Promise.resolve(!page.url().endsWith(`/${unreadOn}`)), tell: note('inventory told') }
      },
      snapshot: async ({ limitMs } = {}) => {
        note(limitMs === undefined ? 'snapshot' : 'short snapshot')()
        return !page.url().endsWith(`/${unreadOn}`)
      },
      conclude: async () => note('conclude')(),
      flush: (isLast) => note(isLast ? 'last flush' : 'flush')(),
      page: async () => ({ url: page.url(), title: 'Shop', status: 200 }),
      stop: () => undefined,
    },
    canary: canaryOf('00ff', { run: 1, state: 'rejected' }, clickIds),
    deeds: {
      moment: (chosen) => (beginsOn && !hasBegun ? 'choosing' : chosen),
      onPage: async (_, step) => {
        note(`deeds on ${step.id}`)()
        const begins = step.id === beginsOn && !hasBegun
        hasBegun ||= begins
        return begins
      },
    },
    choosing: {
      moment: () => moment,
      get isChoosing() {
        return moment === 'choosing'
      },
      look: () => {
        note('look begins')()
        return { banner: Promise.resolve(), whole: Promise.resolve(), tell: note('look told') }
      },
      onPage: async () => {
        const isHere = page.url().endsWith(`/${chosenOn}`) && moment === 'choosing'
        if (isHere) moment = 'rejected'
        return isHere
      },
      concludes: note('concludes'),
    },
    signal: new AbortController().signal,
    now: () => 0,
    onEvent: (event) => void events.push(event),
  })
  return { ...pen, notes, events }
}

test('a journey tells the page of each step, then leaves it and hears its last words', async () => {
  const { drafts, gaps, notes } = await make({})
  expect(drafts('page')).toEqual(
    ['optin', 'sales'].map((id) => ({
      kind: 'page',
      requestedUrl: `https://shop.example/${id}`,
      url: `https://shop.example/${id}`,
      title: 'Shop',
      status: 200,
      quiet: true,
    })),
  )
  expect(gaps).toEqual([])
  expect(notes.slice(-5)).toEqual(['leave', 'leave page', 'conclude', 'last flush', 'concludes'])
})

test('the inventory is taken before the step is left', async () => {
  const { notes } = await make({})
  expect(notes.slice(0, notes.indexOf('enter sales'))).toEqual([
    'enter optin',
    'state no-choice',
    'phase idle',
    'look begins',
    'look told',
    'inventory begins',
    'inventory told',
    'flush',
    'phase leave',
    'flush by threshold',
  ])
})

test.each<[string, NonNullable<Making['lulls']>, string]>([
  ['is read before quiet is certain, and it counts once it is', ['begins'], 'look, inventory, phase idle'],
  ['is read again when anything happened meanwhile', ['begins', 'ends'], 'look, phase idle, look, inventory'],
  [
    'that never rests for long is not read too often',
    Array.from({ length: 6 }, () => ['begins', 'ends'] as const).flat(),
    'look, look, look, phase idle, look, inventory',
  ],
])('a page %s', async (_, lulls, order) => {
  const { notes } = await make({ plan: planOf({ optin: at('https://shop.example/optin') }), lulls })
  const read = notes.filter((note) => /begins|idle/.test(note)).map((note) => note.replace(' begins', ''))
  expect(read.join()).toBe(order.replaceAll(', ', ','))
  expect(notes.filter((note) => /told/.test(note)).toSorted()).toEqual(['inventory told', 'look told'])
})

test('on a page on which something has to be done, nothing is read before', async () => {
  const { notes } = await make({ plan: { ...PLAN, scroll: true }, lulls: ['begins'] })
  expect(notes.slice(0, notes.indexOf('enter sales'))).toContain('deeds on optin')
  expect(notes).not.toContain('look begins')
})

test('the step of the choice is visited twice, and judged only under the choice', async () => {
  const { notes, events } = await make({ chosenOn: 'optin' })
  expect(notes.filter((note) => /^(enter|state)/.test(note))).toEqual([
    'enter optin',
    'state choosing',
    'enter optin',
    'state rejected',
    'enter sales',
    'state rejected',
  ])
  expect(events.map((event) => ('stepId' in event ? `${event.type} ${event.stepId}` : event.type))).toEqual([
    'step-started optin',
    'step-started optin',
    'step-done optin',
    'step-started sales',
    'step-done sales',
  ])
})

test('nothing is done on a visit on which the choice was made', async () => {
  const { notes } = await make({ chosenOn: 'optin', plan: { ...PLAN, scroll: true } })
  expect(notes.filter((note) => /^(enter|deeds)/.test(note))).toEqual([
    'enter optin',
    'enter optin',
    'deeds on optin',
    'enter sales',
    'deeds on sales',
  ])
})

test('a state that begins by what the visitor does is judged from the next visit of that page on', async () => {
  const { notes } = await make({ beginsOn: 'optin', plan: { ...PLAN, scroll: true } })
  expect(notes.filter((note) => /^(enter|state|deeds)/.test(note))).toEqual([
    'enter optin',
    'state choosing',
    'deeds on optin',
    'enter optin',
    'state no-choice',
    'deeds on optin',
    'enter sales',
    'state no-choice',
    'deeds on sales',
  ])
})

test('the visitor arrives with click ids on the first address only', async () => {
  const { drafts } = await make({ clickIds: ['gclid'] })
  const asked = drafts('page').map(({ requestedUrl }) => new URL(requestedUrl ?? '').searchParams.get('gclid'))
  expect(asked).toEqual([expect.stringMatching(/^Tt[0-9a-f]{22}$/), null])
})

test('a page that never goes quiet is a gap in everything, and told as such', async () => {
  const { drafts, gaps } = await make({ isQuiet: false })
  expect(drafts('page').map(({ quiet }) => quiet)).toEqual([false, false])
  expect(gaps.map(({ kind, reason }) => [kind, reason])).toEqual([
    ['never-quiet', 'optin was still loading after 2000 ms'],
    ['never-quiet', 'sales was still loading after 2000 ms'],
  ])
  expect(gaps[0]?.blinds).toContain('request')
})

test('a step that cannot be reached is a gap of that step, not of the one before', async () => {
  const { gaps, notes } = await make({ failures: { 'https://shop.example/sales': 'net::ERR_TIMED_OUT' } })
  expect(gaps).toMatchObject([{ kind: 'step-failed', reason: 'sales could not be reached: net::ERR_TIMED_OUT' }])
  expect(gaps[0]?.blinds).toContain('cookie-write')
  expect(notes.slice(-6)).toEqual(['phase leave', 'leave', 'leave page', 'conclude', 'last flush', 'concludes'])
})

test('a page that crashes costs its own step: nobody looks for a banner there, and the next one is another page', async () => {
  const { drafts, gaps, notes } = await make({ crashesOn: 'optin', chosenOn: 'optin' })
  expect(gaps).toMatchObject([{ kind: 'target-lost', reason: 'optin ended early: the page crashed' }])
  expect(gaps[0]?.blinds).toContain('cookie')
  expect(notes).toContain('turn to T2')
  expect(notes.filter((note) => /snapshot|inventory told/.test(note))).toEqual(['short snapshot', 'snapshot'])
  expect(drafts('page').map(({ url }) => url)).toEqual(['https://shop.example/optin', 'https://shop.example/sales'])
})

test('a page that could not be read to its end is not gone on with', async () => {
  const { notes } = await make({ unreadOn: 'optin' })
  expect(notes.filter((note) => /turn to/.test(note))).toEqual(['turn to T2'])
})

for (const [where, address, told] of [
  ['a page of the site', 'https://pay.shop.example/', []],
  ['another site', 'https://pay.example/', ['not-recorded 0']],
] as const)
  test(`a click that leads to ${where} leaves ${told.length === 0 ? 'nothing' : 'something'} untold`, async () => {
    const { gaps } = await make({ plan: planOf({ optin: at('https://shop.example/optin'), pay: clickOn(address) }) })
    expect(gaps.map(({ kind, blinds }) => `${kind} ${blinds.length}`)).toEqual(told)
  })
