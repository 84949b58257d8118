import { afterEach, expect, test, vi } from 'vitest'
import type { WatchedTarget } from '../../scanner/browser/targets.ts'
import type { Collector, JourneyView, RecordedTarget, Recording } from '../../scanner/collectors/collector.ts'
import { observe, type Observing } from '../../scanner/observe.ts'
import { fakePen, type FakePen } from '../evidence/fake-pen.ts'
import { fakeSession, type Answers, type FakeSession } from '../evidence/fake-session.ts'
import { fakeWatch, type FakeWatch } from '../evidence/fake-watch.ts'
import { finished, paused, received, response, willBeSent } from '../evidence/network-events.ts'

afterEach(() => void vi.useRealTimers())

const SHOP = 'https://shop.example/'
const OURS = 'C1'

interface Watching extends FakePen, FakeWatch {
  readonly observing: Observing
  readonly navigations: readonly string[]
}

function observed(recordings: readonly Partial<Recording>[], answers: Answers = {}): Watching {
  const pen = fakePen()
  const watch = fakeWatch()
  const navigations: string[] = []
  const collectors = recordings.map((recording, index): Collector => ({
    id: `collector-${index}`,
    sees: ['storage'],
    begin: () => ({ attach: () => undefined, ...recording }),
  }))
  const observing = observe({
    ...watch,
    collectors,
    pen: pen.pen,
    browserContextId: OURS,
    root: fakeSession(answers).session,
    secret: '_secret',
    onNavigation: () => navigations.push('navigation'),
  })
  return { ...pen, ...watch, observing, navigations }
}

function target(type = 'page', targetId = 'T1', browserContextId = OURS): WatchedTarget & FakeSession {
  return { ref: { targetId, type, url: SHOP }, browserContextId, ...fakeSession() }
}

const failing = (message: string) => () => {
  throw new Error(message)
}

test('a target of another visitor is none of this journey’s', () => {
  const attached: RecordedTarget[] = []
  const { arrive } = observed([{ attach: (seen) => void attached.push(seen) }])
  const [own, other] = [target(), target('page', 'T2', 'C2')]
  arrive(own)
  arrive(other)
  expect(attached.map(({ ref }) => ref.targetId)).toEqual(['T1'])
  expect(other.sent).toEqual([])
})

for (const [type, hasDocument] of [
  ['page', true],
  ['iframe', true],
  ['worker', false],
  ['shared_worker', false],
  ['service_worker', false],
] as const)
  test(`the network of a ${type} is recorded${hasDocument ? ', and its frames' : ''}`, () => {
    const { arrive } = observed([])
    const arrived = target(type)
    arrive(arrived)
    const methods = arrived.sent.map(({ method }) => method)
    expect(methods[0]).toBe('Network.enable')
    expect(methods.includes('Page.enable')).toBe(hasDocument)
  })

test('a collector that fails is a gap in what it sees, and leaves the others alone', async () => {
  const attached: string[] = []
  const { arrive, see, observing, gaps } = observed([
    {
      attach: failing('attach broke'),
      witness: failing('witness broke'),
      flush: failing('flush broke'),
      snapshot: () => Promise.reject(new Error('snapshot broke')),
    },
    {
      attach: () => void attached.push('attach'),
      witness: () => void attached.push('witness'),
      flush: () => void attached.push('flush'),
      snapshot: async () => () => void attached.push('snapshot'),
    },
  ])
  arrive(target('page', 'F1'))
  see(paused('1', SHOP))
  observing.flush(false)
  await observing.snapshot()
  expect(attached).toEqual(['attach', 'witness', 'flush', 'snapshot'])
  expect(gaps).toEqual(
    ['attach', 'witness', 'flush', 'snapshot'].map((what) => ({
      kind: 'collector-failed',
      blinds: ['storage'],
      reason: `collector-0: Error: ${what} broke`,
    })),
  )
})

test('a page that hangs holds up no snapshot: what it cannot tell is a gap', async () => {
  vi.useFakeTimers()
  const { observing, gaps } = observed([{ snapshot: () => new Promise(() => undefined) }])
  const snapshot = observing.snapshot()
  await vi.advanceTimersByTimeAsync(60_000)
  await snapshot
  expect(gaps).toMatchObject([{ kind: 'collector-failed', reason: expect.stringContaining('no answer in') }])
})

test('a snapshot sees the targets alive, the page first', async () => {
  const views: JourneyView[] = []
  const { arrive, leave, observing } = observed([{ snapshot: async (view) => () => void views.push(view) }])
  const frame = target('iframe', 'T2')
  arrive(target('service_worker', 'T1'))
  arrive(frame)
  arrive(target('page', 'T3'))
  await observing.snapshot()
  leave(frame)
  await observing.snapshot()
  expect(views.map(({ targets }) => targets.map(({ ref }) => ref.targetId))).toEqual([
    ['T3', 'T1', 'T2'],
    ['T3', 'T1'],
  ])
})

test('the browser process is believed about frames of this visitor only', () => {
  const seen: string[] = []
  const { arrive, see } = observed([{ witness: ({ frameId }) => void seen.push(frameId) }])
  const page = target('page', 'T1')
  arrive(page)
  page.tell('Page.frameAttached', { frameId: 'F2', parentFrameId: 'T1' })
  for (const frameId of ['T1', 'F2', 'F9']) see(paused('1', SHOP, { frameId }))
  expect(seen).toEqual(['T1', 'F2'])
})

test('the last words of a page that is gone are believed too', () => {
  const seen: string[] = []
  const { arrive, leave, see } = observed([{ witness: ({ frameId }) => void seen.push(frameId) }])
  const page = target()
  arrive(page)
  leave(page)
  see(paused('1', SHOP, { frameId: 'T1' }))
  expect(seen).toEqual(['T1'])
})

for (const [name, event, type, count] of [
  ['a new document of the page', {}, 'page', 1],
  ['a hop on its way', { redirectResponse: response(SHOP, { status: 302 }) }, 'page', 0],
  ['a document of a frame in it', { frameId: 'F2' }, 'page', 0],
  ['something the document asks for', { requestId: '2' }, 'page', 0],
  ['a document of a cross-site frame', {}, 'iframe', 0],
] as const)
  test(`${name} is ${count === 1 ? 'a' : 'no'} navigation`, () => {
    const { arrive, navigations } = observed([])
    const arrived = target(type)
    arrive(arrived)
    arrived.tell('Network.requestWillBeSent', willBeSent('L1', SHOP, { type: 'Document', frameId: 'T1', ...event }))
    expect(navigations).toHaveLength(count)
  })

test('what the page before left open does not keep the next one from being quiet', async () => {
  const { arrive, observing } = observed([])
  const page = target()
  arrive(page)
  page.tell('Network.requestWillBeSent', willBeSent('1', SHOP))
  const document = { type: 'Document', frameId: 'T1' } as const
  page.tell('Network.requestWillBeSent', willBeSent('L1', SHOP, document))
  page.tell('Network.loadingFinished', finished('L1'))
  expect(await observing.quiet.settled(1, 1000, new AbortController().signal)).toBe(true)
})

test('a navigation is told before any collector sees its request', () => {
  const order: string[] = []
  const watch = fakeWatch()
  observe({
    ...watch,
    collectors: [
      {
        id: 'one',
        sees: [],
        begin: () => ({
          attach: ({ session }) => session.on('Network.requestWillBeSent', () => void order.push('collector')),
        }),
      },
    ],
    pen: fakePen().pen,
    browserContextId: OURS,
    root: fakeSession().session,
    secret: '_secret',
    onNavigation: () => void order.push('navigation'),
  })
  const page = target()
  watch.arrive(page)
  page.tell('Network.requestWillBeSent', willBeSent('L1', SHOP, { type: 'Document', frameId: 'T1' }))
  expect(order).toEqual(['navigation', 'collector'])
})

test('the page in front is as the browser process knows it, with the status of its last document', async () => {
  const targetInfo = { url: `${SHOP}thanks`, title: 'Thanks' }
  const { arrive, observing } = observed([], { 'Target.getTargetInfo': () => ({ targetInfo }) })
  expect(await observing.page()).toEqual({ url: '', title: '', status: null })
  const page = target()
  arrive(page)
  const document = { type: 'Document', frameId: 'T1' } as const
  page.tell('Network.responseReceived', received('1', SHOP, { ...document, answer: { status: 404 } }))
  page.tell('Network.responseReceived', received('2', SHOP, { ...document, frameId: 'F2' }))
  page.tell('Network.responseReceived', received('3', SHOP, { frameId: 'T1' }))
  expect(await observing.page()).toEqual({ ...targetInfo, status: 404 })
})

test('once stopped it hears nothing more', () => {
  const seen: string[] = []
  const { arrive, see, observing } = observed([
    { attach: () => void seen.push('target'), witness: () => void seen.push('request') },
  ])
  arrive(target())
  observing.stop()
  arrive(target('page', 'T2'))
  see(paused('1', SHOP, { frameId: 'T1' }))
  expect(seen).toEqual(['target'])
})

test('an inventory that is never told leaves nothing; one that is told counts to its end', async () => {
  const counted: string[] = []
  let finish = (): void => undefined
  const late = new Promise<void>((resolve) => (finish = resolve))
  const { observing, gaps } = observed([
    { snapshot: async () => () => void counted.push('early') },
    { snapshot: () => late.then(() => () => void counted.push('late')) },
    { snapshot: () => Promise.reject(new Error('snapshot broke')) },
  ])
  const dropped = observing.inventory()
  const kept = observing.inventory()
  await new Promise(setImmediate)
  expect([counted, gaps]).toEqual([[], []])
  kept.tell()
  expect([counted, gaps.length]).toEqual([['early'], 1])
  finish()
  expect([await kept.isWhole, await dropped.isWhole]).toEqual([false, false])
  expect([counted, gaps.length]).toEqual([['early', 'late'], 1])
})
