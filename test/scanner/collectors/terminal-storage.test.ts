import { expect, test } from 'vitest'
import { terminalStorage } from '../../../scanner/collectors/terminal-storage.ts'
import { fakePen } from '../../evidence/fake-pen.ts'
import { fakeSession, type Answers } from '../../evidence/fake-session.ts'
import { fakeTarget, type FakeTarget } from '../../evidence/fake-target.ts'
import { inventoried } from '../../evidence/inventoried.ts'

const SHOP: Answers = {
  'Page.getFrameTree': () => ({ frameTree: { frame: { id: 'F1' } } }),
  'Storage.getStorageKey': () => ({ storageKey: 'https://shop.example/' }),
  'IndexedDB.requestDatabaseNames': () => ({ databaseNames: ['visits'] }),
  'IndexedDB.requestDatabase': () => ({
    databaseWithObjectStores: { objectStores: [{ name: 'ids' }, { name: 'log' }] },
  }),
  'IndexedDB.getMetadata': ({ objectStoreName }) => ({ entriesCount: objectStoreName === 'ids' ? 1 : 0 }),
  'IndexedDB.requestData': ({ objectStoreName }) => ({
    objectStoreDataEntries: objectStoreName === 'ids' ? [{ primaryKey: { value: 'visitor' } }] : [],
  }),
  'CacheStorage.requestCacheNames': () => ({ caches: [{ cacheId: 'c1', cacheName: 'assets' }] }),
  'CacheStorage.requestEntries': () => ({
    cacheDataEntries: [{ requestURL: 'https://shop.example/a.js' }],
    returnCount: 1,
  }),
}

const view = (...targets: readonly FakeTarget[]) => ({
  browser: fakeSession().session,
  browserContextId: 'C1',
  targets: targets.map(({ target }) => target),
})

test('databases, their stores and caches are told per origin with how many entries they hold', async () => {
  const { pen, drafts } = fakePen()
  await inventoried(terminalStorage.begin(pen).snapshot?.(view(fakeTarget({}, SHOP))))
  expect(drafts('storage')).toEqual([
    {
      kind: 'storage',
      area: 'indexeddb',
      origin: 'https://shop.example',
      key: 'visits/ids',
      entries: 1,
      value: 'visitor',
    },
    { kind: 'storage', area: 'indexeddb', origin: 'https://shop.example', key: 'visits/log', entries: 0, value: '' },
    {
      kind: 'storage',
      area: 'cache',
      origin: 'https://shop.example',
      key: 'assets',
      entries: 1,
      value: 'https://shop.example/a.js',
    },
  ])
})

test('the entries of a store are asked of the store itself, not of an index with an empty name', async () => {
  const page = fakeTarget({}, SHOP)
  await inventoried(terminalStorage.begin(fakePen().pen).snapshot?.(view(page)))
  const asked = page.sent.filter(({ method }) => method === 'IndexedDB.requestData')
  expect(asked.map(({ params }) => 'indexName' in params)).toEqual([false, false])
})

for (const reason of [
  'Protocol error (Page.getFrameTree): Session with given id not found.',
  'Protocol error (Page.getFrameTree): Session closed. Most likely the iframe has been closed.',
  'Protocol error (Page.getFrameTree): Target closed',
])
  test(`a frame that went away hides nothing of the others: ${reason}`, async () => {
    const { pen, drafts } = fakePen()
    const gone = fakeTarget({ type: 'iframe' }, { 'Page.getFrameTree': () => Promise.reject(new Error(reason)) })
    await inventoried(terminalStorage.begin(pen).snapshot?.(view(gone, fakeTarget({}, SHOP))))
    expect(drafts('storage')).toHaveLength(3)
  })

test('two frames of one storage key are asked once', async () => {
  const { pen, drafts } = fakePen()
  await inventoried(
    terminalStorage.begin(pen).snapshot?.(view(fakeTarget({}, SHOP), fakeTarget({ type: 'iframe' }, SHOP))),
  )
  expect(drafts('storage')).toHaveLength(3)
})

test('a service worker is told while it is registered', async () => {
  const { pen, drafts } = fakePen()
  const page = fakeTarget({}, { 'Page.getFrameTree': () => ({ frameTree: { frame: { id: 'F1' } } }) })
  const recording = terminalStorage.begin(pen)
  recording.attach(page.target)
  const registered = (isDeleted: boolean): void =>
    page.tell('ServiceWorker.workerRegistrationUpdated', {
      registrations: [{ registrationId: '1', scopeURL: 'https://shop.example/app/', isDeleted }],
    })
  registered(false)
  await inventoried(recording.snapshot?.(view()))
  registered(true)
  await inventoried(recording.snapshot?.(view()))
  expect(drafts('storage')).toMatchObject([
    { area: 'service-worker', origin: 'https://shop.example', key: 'https://shop.example/app/', entries: null },
  ])
})
