import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { trackQuiet, type Quiet } from '../../../scanner/browser/settle.ts'
import { fakeSession, type FakeSession } from '../../evidence/fake-session.ts'
import { failed, finished, received, willBeSent } from '../../evidence/network-events.ts'

const PIXEL = 'https://tracker.example/collect'
const SETTLE_MS = 500
const LIMIT_MS = 5000

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

interface Watching extends FakeSession {
  readonly quiet: Quiet
  /** Begins to wait; says how long it took and what was said, once it is over. */
  wait(signal?: AbortSignal): { result: { quiet: boolean; afterMs: number } | null }
}

function watching(): Watching {
  const fake = fakeSession()
  const quiet = trackQuiet()
  quiet.watch(fake.session)
  const wait: Watching['wait'] = (signal = new AbortController().signal) => {
    const begun = Date.now()
    const waiting: ReturnType<Watching['wait']> = { result: null }
    void quiet.settled(SETTLE_MS, LIMIT_MS, signal).then((isQuiet) => {
      waiting.result = { quiet: isQuiet, afterMs: Date.now() - begun }
    })
    return waiting
  }
  return { ...fake, quiet, wait }
}

const passes = async (ms: number): Promise<void> => void (await vi.advanceTimersByTimeAsync(ms))

test('a page that asks for nothing is quiet after the settling time', async () => {
  const waiting = watching().wait()
  await passes(LIMIT_MS)
  expect(waiting.result).toEqual({ quiet: true, afterMs: SETTLE_MS })
})

test('quiet begins when the last request has ended', async () => {
  const { tell, wait } = watching()
  tell('Network.requestWillBeSent', willBeSent('1', PIXEL))
  tell('Network.requestWillBeSent', willBeSent('2', PIXEL))
  const waiting = wait()
  await passes(1000)
  tell('Network.loadingFinished', finished('1'))
  await passes(1000)
  tell('Network.loadingFailed', failed('2'))
  await passes(LIMIT_MS)
  expect(waiting.result).toEqual({ quiet: true, afterMs: 2000 + SETTLE_MS })
})

test('a request in the settling time begins it anew', async () => {
  const { tell, wait } = watching()
  const waiting = wait()
  await passes(SETTLE_MS - 1)
  tell('Network.requestWillBeSent', willBeSent('1', PIXEL))
  tell('Network.loadingFinished', finished('1'))
  await passes(LIMIT_MS)
  expect(waiting.result).toEqual({ quiet: true, afterMs: SETTLE_MS - 1 + SETTLE_MS })
})

test('a page that never goes quiet is given up at the limit', async () => {
  const { tell, wait } = watching()
  tell('Network.requestWillBeSent', willBeSent('1', PIXEL))
  const waiting = wait()
  await passes(LIMIT_MS)
  expect(waiting.result).toEqual({ quiet: false, afterMs: LIMIT_MS })
})

test('a page that keeps asking is given up at the limit', async () => {
  const { tell, wait } = watching()
  const waiting = wait()
  const polling = setInterval(() => {
    tell('Network.requestWillBeSent', willBeSent('1', PIXEL))
    tell('Network.loadingFinished', finished('1'))
  }, SETTLE_MS - 100)
  await passes(LIMIT_MS)
  clearInterval(polling)
  expect(waiting.result).toEqual({ quiet: false, afterMs: LIMIT_MS })
})

test('what was open when a page was given up is not held against the next one', async () => {
  const { tell, wait } = watching()
  tell('Network.requestWillBeSent', willBeSent('1', PIXEL))
  wait()
  await passes(LIMIT_MS)
  const next = wait()
  await passes(LIMIT_MS)
  expect(next.result).toEqual({ quiet: true, afterMs: SETTLE_MS })
})

for (const [name, event] of [
  ['event streams', { type: 'EventSource' }],
  ['beacons', { type: 'Ping' }],
] as const)
  test(`${name} are not waited for`, async () => {
    const { tell, wait } = watching()
    tell('Network.requestWillBeSent', willBeSent('1', PIXEL, event))
    const waiting = wait()
    await passes(LIMIT_MS)
    expect(waiting.result).toEqual({ quiet: true, afterMs: SETTLE_MS })
  })

for (const url of ['data:text/plain,1', 'blob:https://shop.example/7f3a'])
  test(`${url.slice(0, 5)} addresses are not waited for`, async () => {
    const { tell, wait } = watching()
    tell('Network.requestWillBeSent', willBeSent('1', url))
    const waiting = wait()
    await passes(LIMIT_MS)
    expect(waiting.result?.afterMs).toBe(SETTLE_MS)
  })

for (const type of ['Fetch', 'XHR', 'Image', 'Media'] as const)
  test(`the body of a ${type} may never end: its answer is enough`, async () => {
    const { tell, wait } = watching()
    tell('Network.requestWillBeSent', willBeSent('1', PIXEL, { type }))
    const waiting = wait()
    await passes(100)
    tell('Network.responseReceived', received('1', PIXEL, { type }))
    await passes(LIMIT_MS)
    expect(waiting.result).toEqual({ quiet: true, afterMs: 100 + SETTLE_MS })
  })

for (const type of ['Document', 'Script', 'Stylesheet'] as const)
  test(`the body of a ${type} is waited for: it asks for more`, async () => {
    const { tell, wait } = watching()
    tell('Network.requestWillBeSent', willBeSent('1', PIXEL, { type }))
    const waiting = wait()
    await passes(100)
    tell('Network.responseReceived', received('1', PIXEL, { type }))
    await passes(1000)
    expect(waiting.result).toBeNull()
    tell('Network.loadingFinished', finished('1'))
    await passes(LIMIT_MS)
    expect(waiting.result).toEqual({ quiet: true, afterMs: 1100 + SETTLE_MS })
  })

test('a request that begins in one session and ends in another is over', async () => {
  const { quiet, tell, wait } = watching()
  const frame = fakeSession()
  quiet.watch(frame.session)
  tell('Network.requestWillBeSent', willBeSent('1', PIXEL, { type: 'Document' }))
  frame.tell('Network.loadingFinished', finished('1'))
  const waiting = wait()
  await passes(LIMIT_MS)
  expect(waiting.result?.quiet).toBe(true)
})

test('something else that stirs begins the settling time anew', async () => {
  const { quiet, wait } = watching()
  const waiting = wait()
  await passes(300)
  quiet.stir()
  await passes(LIMIT_MS)
  expect(waiting.result?.afterMs).toBe(300 + SETTLE_MS)
})

test('nothing of a page that is gone is in flight', async () => {
  const { quiet, tell, wait } = watching()
  tell('Network.requestWillBeSent', willBeSent('1', PIXEL))
  const waiting = wait()
  await passes(1000)
  quiet.reset()
  await passes(LIMIT_MS)
  expect(waiting.result).toEqual({ quiet: true, afterMs: 1000 + SETTLE_MS })
})

test('a raised signal ends the waiting at once', async () => {
  const { wait } = watching()
  const cancel = new AbortController()
  const waiting = wait(cancel.signal)
  await passes(200)
  cancel.abort()
  await passes(0)
  expect(waiting.result).toEqual({ quiet: false, afterMs: 200 })
})

test('a signal raised before ends it before it begins', async () => {
  const waiting = watching().wait(AbortSignal.abort())
  await passes(0)
  expect(waiting.result).toEqual({ quiet: false, afterMs: 0 })
})

test('once it is over, no timer is left running', async () => {
  const { wait } = watching()
  wait()
  await passes(SETTLE_MS)
  expect(vi.getTimerCount()).toBe(0)
})

test('a page that is being left for good is quiet once what it says then is answered', async () => {
  const { quiet, tell, wait } = watching()
  quiet.asked('before')
  tell('Network.requestWillBeSent', willBeSent('load', PIXEL))
  quiet.leave()
  tell('Network.requestWillBeSent', willBeSent('beacon', PIXEL, { type: 'Ping' }))
  tell('Network.loadingFailed', failed('beacon'))
  quiet.asked('of a frame')
  const waiting = wait()
  await passes(1000)
  quiet.answered('beacon')
  await passes(1000)
  expect(waiting.result).toBeNull()
  quiet.answered('of a frame')
  await passes(SETTLE_MS)
  expect(waiting.result).toEqual({ quiet: true, afterMs: 2000 + SETTLE_MS })
})

test('a service worker that is being started is waited for, until it runs or has failed', async () => {
  for (const runningStatus of ['running', 'stopped'] as const) {
    const { tell, wait } = watching()
    const updated = (status: 'starting' | 'running' | 'stopped'): void =>
      tell('ServiceWorker.workerVersionUpdated', {
        versions: [
          {
            versionId: '7',
            registrationId: '3',
            scriptURL: 'https://shop.example/sw.js',
            runningStatus: status,
            status: 'installing',
          },
        ],
      })
    const waiting = wait()
    updated('starting')
    await passes(2000)
    updated('starting')
    updated(runningStatus)
    await passes(LIMIT_MS)
    expect(waiting.result).toEqual({ quiet: true, afterMs: 2000 + SETTLE_MS })
  }
})

test.each([
  ['told before it was left', ['told', 'left', 'asked']],
  ['told while it is left', ['left', 'told', 'asked']],
  ['told last', ['left', 'asked', 'told']],
])('an XMLHttpRequest ends with its page, and nobody waits for its answer: %s', async (_, order) => {
  const { quiet, tell, wait } = watching()
  const happen: Record<string, () => void> = {
    told: () => tell('Network.requestWillBeSent', willBeSent('xhr', PIXEL, { type: 'XHR' })),
    left: () => quiet.leave(),
    asked: () => quiet.asked('xhr'),
  }
  for (const what of order) happen[what]?.()
  const waiting = wait()
  await passes(LIMIT_MS)
  expect(waiting.result).toEqual({ quiet: true, afterMs: SETTLE_MS })
})

/** When a lull begins and ends, in ms, while quiet is waited for. */
function withLull(
  { quiet }: Watching,
  afterMs: number,
): { readonly lulls: readonly string[]; readonly waiting: Promise<boolean> } {
  const begun = Date.now()
  const lulls: string[] = []
  const note = (what: string) => () => void lulls.push(`${what} at ${Date.now() - begun}`)
  const lull = { afterMs, begins: note('begins'), ends: note('ends') }
  return { lulls, waiting: quiet.settled(SETTLE_MS, LIMIT_MS, new AbortController().signal, lull) }
}

test('a lull begins before quiet is certain, and is not ended by it', async () => {
  const { lulls, waiting } = withLull(watching(), 400)
  await passes(LIMIT_MS)
  expect(await waiting).toBe(true)
  expect(lulls).toEqual(['begins at 400'])
})

test('whatever has to be waited for ends a lull, and another one begins', async () => {
  const here = watching()
  const { lulls, waiting } = withLull(here, 400)
  await passes(450)
  here.tell('Network.requestWillBeSent', willBeSent('1', PIXEL))
  here.tell('Network.loadingFinished', finished('1'))
  await passes(LIMIT_MS)
  expect(await waiting).toBe(true)
  expect(lulls).toEqual(['begins at 400', 'ends at 450', 'begins at 850'])
})

test('a touch ends a lull, but nobody waits longer for quiet', async () => {
  const here = watching()
  const { lulls, waiting } = withLull(here, 400)
  let isOver = false
  void waiting.then(() => (isOver = true))
  await passes(450)
  here.quiet.touch()
  await passes(50)
  expect(isOver).toBe(true)
  expect(lulls).toEqual(['begins at 400', 'ends at 450'])
})

test.each([
  [50, ['begins at 450']],
  [300, []],
])('a touch after %d ms puts the lull off, for good when there is no time left', async (touchedMs, expected) => {
  const here = watching()
  const { lulls, waiting } = withLull(here, 400)
  await passes(touchedMs)
  here.quiet.touch()
  await passes(SETTLE_MS)
  expect([await waiting, lulls]).toEqual([true, expected])
})

test('a page that never goes quiet ends its lull', async () => {
  const here = watching()
  const { lulls, waiting } = withLull(here, 400)
  await passes(400)
  for (let sent = 0; sent < 20; sent++) {
    here.tell('Network.requestWillBeSent', willBeSent(`${sent}`, PIXEL))
    await passes(300)
  }
  expect(await waiting).toBe(false)
  expect(lulls).toEqual(['begins at 400', 'ends at 400'])
})
