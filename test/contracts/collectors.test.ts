import { expect, test } from 'vitest'
import { collectors } from '../../scanner/collectors/index.ts'
import { fakePen } from '../evidence/fake-pen.ts'
import { fakeSession, refusing, type Answers } from '../evidence/fake-session.ts'
import { fakeTarget, type FakeTarget } from '../evidence/fake-target.ts'
import { inventoried } from '../evidence/inventoried.ts'
import { jarCookie } from '../evidence/jar-cookie.ts'
import { answerExtra, finished, paused, received, sentExtra, willBeSent } from '../evidence/network-events.ts'

/** What every collector keeps to, whatever it looks at. */

const TYPES = ['page', 'iframe', 'worker', 'shared_worker', 'service_worker']
const PIXEL = 'https://tracker.example/collect'
const STORAGE = { isLocalStorage: true, storageKey: 'https://shop.example/' }

const ANSWERS: Answers = {
  'Storage.getCookies': () => ({ cookies: [jarCookie()] }),
  'Page.getFrameTree': () => ({ frameTree: { frame: { id: 'F1' } } }),
  'Storage.getStorageKey': () => ({ storageKey: STORAGE.storageKey }),
  'DOMStorage.getDOMStorageItems': () => ({ entries: [['k', '1']] }),
  'Page.captureScreenshot': () => ({ data: '' }),
  'IndexedDB.requestDatabaseNames': () => ({ databaseNames: [] }),
  'CacheStorage.requestCacheNames': () => ({ caches: [{ cacheId: 'c', cacheName: 'assets' }] }),
  'Page.createIsolatedWorld': () => ({ executionContextId: 6 }),
  'Runtime.evaluate': ({ contextId }) => ({ result: { value: contextId === 6 ? TRACES : 'fbq\n' } }),
  'CacheStorage.requestEntries': () => ({ cacheDataEntries: [], returnCount: 0 }),
}

const REALM = { id: 5, origin: '', name: '', uniqueId: '', auxData: { isDefault: true, frameId: 'F1' } }
const TRACES = { url: 'https://shop.example/', names: '', elements: [], classes: [], scripts: [], isCut: false }

const THROWN = { exceptionId: 1, text: 'Uncaught', lineNumber: 0, columnNumber: 0 }

/** A little of everything that may happen on a page. */
function liveOn({ tell, call }: FakeTarget): void {
  tell('Runtime.executionContextCreated', { context: REALM })
  tell('Network.requestWillBeSent', willBeSent('1', PIXEL))
  tell('Network.requestWillBeSentExtraInfo', sentExtra('1'))
  tell('Network.responseReceivedExtraInfo', answerExtra('1', { 'set-cookie': 'uid=1' }))
  tell('Network.responseReceived', received('1', PIXEL))
  tell('Network.loadingFinished', finished('1'))
  call('document.cookie', ['a=1'])
  call('storage.setItem', ['k', '1'])
  call('Screen.width', [], { count: 1 })
  tell('Network.webSocketCreated', { requestId: 's', url: 'wss://chat.example/' })
  tell('Runtime.exceptionThrown', { timestamp: 1, exceptionDetails: THROWN })
  tell('DOMStorage.domStorageItemAdded', { storageId: STORAGE, key: 'k', newValue: '1' })
}

test('no two collectors have one name, and all together see what a page can do', () => {
  expect(new Set(collectors.map(({ id }) => id)).size).toBe(collectors.length)
  expect(new Set(collectors.flatMap(({ sees }) => sees))).toEqual(
    new Set([
      'request',
      'socket',
      'cookie-write',
      'cookie',
      'storage-write',
      'storage',
      'api-call',
      'page-marks',
      'page-errors',
      'players',
      'screenshot',
    ]),
  )
})

for (const collector of collectors) {
  const view = (...targets: readonly FakeTarget[]) => ({
    browser: fakeSession(ANSWERS).session,
    browserContextId: 'C1',
    targets: targets.map(({ target }) => target),
  })

  test(`${collector.id} writes only what it says it sees, and writes some of each`, async () => {
    const { pen, written, gaps } = fakePen()
    const recording = collector.begin(pen)
    const page = fakeTarget({}, ANSWERS)
    recording.attach(page.target)
    liveOn(page)
    recording.witness?.(paused('2', PIXEL), view(page))
    await inventoried(recording.snapshot?.(view(page)))
    recording.flush?.(true)
    expect(new Set(written.map(({ draft }) => draft.kind))).toEqual(new Set(collector.sees))
    expect(gaps).toEqual([])
  })

  test(`${collector.id} waits for no answer of a target that is paused`, () => {
    const never = new Proxy({}, { get: () => () => new Promise(() => undefined) })
    const recording = collector.begin(fakePen().pen)
    for (const type of TYPES) expect(recording.attach(fakeTarget({ type }, never).target)).toBeUndefined()
  })

  test(`${collector.id} leaves no rejection behind when a target is gone before it answers`, async () => {
    const rejections: unknown[] = []
    const note = (reason: unknown): void => void rejections.push(reason)
    process.on('unhandledRejection', note)
    const gone = new Proxy({}, { get: () => refusing('Target closed') })
    const recording = collector.begin(fakePen().pen)
    for (const type of TYPES) {
      const target = fakeTarget({ type }, gone)
      recording.attach(target.target)
      liveOn(target)
    }
    await new Promise(setImmediate)
    process.off('unhandledRejection', note)
    expect(rejections).toEqual([])
  })

  test(`${collector.id} writes nothing when nothing happens`, async () => {
    const { pen, written, gaps } = fakePen()
    const recording = collector.begin(pen)
    recording.attach(fakeTarget({ type: 'service_worker' }).target)
    recording.flush?.(false)
    recording.flush?.(true)
    expect([written, gaps]).toEqual([[], []])
  })

  test(`${collector.id} mixes no two visitors`, () => {
    const [mine, other] = [fakePen(), fakePen()]
    const page = fakeTarget({}, ANSWERS)
    const recording = collector.begin(mine.pen)
    collector.begin(other.pen)
    recording.attach(page.target)
    liveOn(page)
    recording.flush?.(true)
    expect(other.written).toEqual([])
  })
}
