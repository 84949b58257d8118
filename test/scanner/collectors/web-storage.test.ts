import { expect, test } from 'vitest'
import { webStorage } from '../../../scanner/collectors/web-storage.ts'
import type { Recording } from '../../../scanner/collectors/collector.ts'
import { fakePen, type FakePen } from '../../evidence/fake-pen.ts'
import { fakeSession, refusing, type Answers } from '../../evidence/fake-session.ts'
import { fakeTarget, type FakeTarget } from '../../evidence/fake-target.ts'
import { inventoried } from '../../evidence/inventoried.ts'

const SHOP = { isLocalStorage: true, storageKey: 'https://shop.example/' }
const SESSION_OF_SHOP = { ...SHOP, isLocalStorage: false }
const STACK = [{ function: 'save', url: 'https://tracker.example/t.js', line: 3, column: 1 }]

interface Recorded extends FakePen {
  readonly recorded: Recording
  readonly targets: readonly FakeTarget[]
  snapshot(): Promise<void>
}

function recording(...targets: readonly FakeTarget[]): Recorded {
  const pen = fakePen()
  const recorded = webStorage.begin(pen.pen)
  for (const { target } of targets) recorded.attach(target)
  const view = {
    browser: fakeSession().session,
    browserContextId: 'C1',
    targets: targets.map(({ target }) => target),
  }
  return { ...pen, recorded, targets, snapshot: () => inventoried(recorded.snapshot?.(view)) }
}

test('a write is told as it happens, with area, origin and value', () => {
  const page = fakeTarget()
  const { written, at, moments } = recording(page)
  at(12)
  page.tell('DOMStorage.domStorageItemAdded', { storageId: SESSION_OF_SHOP, key: '_sid', newValue: '7f3a' })
  expect(written.map(({ draft }) => draft)).toEqual([
    {
      kind: 'storage-write',
      area: 'session',
      origin: 'https://shop.example',
      key: '_sid',
      value: '7f3a',
      effect: 'set',
      stack: [],
    },
  ])
  expect(moments('storage-write')).toEqual([12])
})

test('a change is a write, a removal a deletion', () => {
  const page = fakeTarget()
  const { drafts } = recording(page)
  page.tell('DOMStorage.domStorageItemUpdated', { storageId: SHOP, key: 'k', oldValue: '1', newValue: '2' })
  page.tell('DOMStorage.domStorageItemRemoved', { storageId: SHOP, key: 'k' })
  expect(drafts('storage-write').map(({ effect, value }) => [effect, value])).toEqual([
    ['set', '2'],
    ['deleted', ''],
  ])
})

test('a write told by its call has a stack, and its event is not told again', () => {
  const page = fakeTarget()
  const { drafts } = recording(page)
  page.call('storage.setItem', ['_hjid', '1'], { stack: STACK })
  page.tell('DOMStorage.domStorageItemAdded', { storageId: SHOP, key: '_hjid', newValue: '1' })
  page.tell('DOMStorage.domStorageItemAdded', { storageId: SHOP, key: 'other', newValue: '1' })
  expect(drafts('storage-write').map(({ key, stack }) => [key, stack])).toEqual([
    ['_hjid', STACK],
    ['other', []],
  ])
})

test('the event of what the last page wrote on being left may come when all is over', () => {
  const page = fakeTarget()
  const { drafts, recorded } = recording(page)
  page.call('storage.setItem', ['_hjid', '1'], { stack: STACK })
  recorded.flush?.(true)
  recorded.flush?.(true)
  page.tell('DOMStorage.domStorageItemAdded', { storageId: SHOP, key: '_hjid', newValue: '1' })
  expect(drafts('storage-write')).toHaveLength(1)
})

test('a write of the value that was there is told by its call alone', () => {
  const page = fakeTarget()
  const { drafts } = recording(page)
  page.tell('DOMStorage.domStorageItemAdded', { storageId: SHOP, key: 'k', newValue: '1' })
  page.call('storage.setItem', ['k', '1'], { stack: STACK })
  expect(drafts('storage-write').map(({ stack }) => stack)).toEqual([[], STACK])
})

test('a call on session storage is not taken for one on local storage', () => {
  const page = fakeTarget()
  const { drafts } = recording(page)
  page.call('storage.setItem', ['k', '1'], { storage: 'session' })
  page.tell('DOMStorage.domStorageItemAdded', { storageId: SHOP, key: 'k', newValue: '1' })
  expect(drafts('storage-write').map(({ area }) => area)).toEqual(['session', 'local'])
})

test('a removal told by its call is a deletion, told once', () => {
  const page = fakeTarget()
  const { drafts } = recording(page)
  page.call('storage.removeItem', ['k'], { stack: STACK })
  page.tell('DOMStorage.domStorageItemRemoved', { storageId: SHOP, key: 'k' })
  expect(drafts('storage-write')).toMatchObject([{ effect: 'deleted', key: 'k', value: '', stack: STACK }])
})

test('two sessions of one origin tell each write once', () => {
  const [page, frame] = [fakeTarget(), fakeTarget({ type: 'iframe' })]
  const { drafts } = recording(page, frame)
  for (const { tell } of [page, frame, page, frame])
    tell('DOMStorage.domStorageItemAdded', { storageId: SHOP, key: 'k', newValue: '1' })
  expect(drafts('storage-write')).toHaveLength(2)
})

test('local and session storage of one origin are two places', () => {
  const [page, frame] = [fakeTarget(), fakeTarget({ type: 'iframe' })]
  const { drafts } = recording(page, frame)
  page.tell('DOMStorage.domStorageItemAdded', { storageId: SHOP, key: 'k', newValue: '1' })
  frame.tell('DOMStorage.domStorageItemAdded', { storageId: SESSION_OF_SHOP, key: 'k', newValue: '1' })
  expect(drafts('storage-write').map(({ area }) => area)).toEqual(['local', 'session'])
})

test('when the frame that spoke is gone, another one of its origin speaks on', () => {
  const [page, frame] = [fakeTarget(), fakeTarget({ type: 'iframe' })]
  const { drafts } = recording(page, frame)
  frame.tell('DOMStorage.domStorageItemAdded', { storageId: SHOP, key: 'a', newValue: '1' })
  frame.detach()
  page.tell('DOMStorage.domStorageItemAdded', { storageId: SHOP, key: 'b', newValue: '1' })
  expect(drafts('storage-write').map(({ key }) => key)).toEqual(['a', 'b'])
})

test('a partitioned place is named by its origin', () => {
  const frame = fakeTarget({ type: 'iframe' })
  const { drafts } = recording(frame)
  const storageId = { isLocalStorage: true, storageKey: 'https://tracker.example/^0https://shop.example' }
  frame.tell('DOMStorage.domStorageItemAdded', { storageId, key: 'k', newValue: '1' })
  expect(drafts('storage-write')).toMatchObject([{ origin: 'https://tracker.example' }])
})

test('workers have no web storage and are not asked for it', async () => {
  const worker = fakeTarget({ type: 'service_worker' })
  await recording(worker).snapshot()
  expect(worker.sent).toEqual([])
})

/** A page with these frames, by id -> storage key; `null` for an opaque origin. */
function storing(
  frames: Readonly<Record<string, string | null>>,
  items: Answers['DOMStorage.getDOMStorageItems'],
): Answers {
  const [first, ...rest] = Object.keys(frames).map((id) => ({ frame: { id } }))
  return {
    'Page.getFrameTree': () => ({ frameTree: { ...first, childFrames: rest } }),
    'Storage.getStorageKey': ({ frameId }) => {
      const storageKey = frames[String(frameId)]
      return storageKey
        ? { storageKey }
        : refusing('Frame corresponds to an opaque origin and its storage key cannot be serialized')()
    },
    'DOMStorage.getDOMStorageItems': items ?? (() => ({ entries: [] })),
  }
}

test('the inventory of a step tells each place once, however many frames share it', async () => {
  const entries = ({ storageId }: Readonly<Record<string, unknown>>) => ({
    entries: (storageId as typeof SHOP).isLocalStorage
      ? [
          ['k', '1'],
          ['l', '2'],
        ]
      : [['s', '3']],
  })
  const page = fakeTarget({}, storing({ F1: SHOP.storageKey, F2: SHOP.storageKey }, entries))
  const frame = fakeTarget({ type: 'iframe' }, storing({ F3: SHOP.storageKey }, entries))
  const { drafts, snapshot } = recording(page, frame)
  await snapshot()
  expect(drafts('storage').map(({ area, key, value }) => [area, key, value])).toEqual([
    ['local', 'k', '1'],
    ['local', 'l', '2'],
    ['session', 's', '3'],
  ])
})

test('a frame of an opaque origin stores nothing and is no gap', async () => {
  const page = fakeTarget({}, storing({ F1: null }, undefined))
  const { written, gaps, snapshot } = recording(page)
  await snapshot()
  expect([written, gaps]).toEqual([[], []])
})

for (const [message, gaps] of [
  ['Frame not found for the given storage id', 0],
  ['Internal error', 2],
] as const)
  test(`an inventory refused with "${message}" is ${gaps > 0 ? 'a gap for each area' : 'of a frame that is gone'}`, async () => {
    const page = fakeTarget({}, storing({ F1: SHOP.storageKey }, refusing(message)))
    const recorded = recording(page)
    await recorded.snapshot()
    expect(recorded.gaps).toHaveLength(gaps)
    for (const gap of recorded.gaps) expect(gap).toMatchObject({ kind: 'collector-failed', blinds: ['storage'] })
  })
