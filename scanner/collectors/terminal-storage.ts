import type { CDPSession } from 'puppeteer-core'
import type { StorageArea } from '../model.ts'
import type { Collector, JourneyView, Pen, RecordedTarget, Recording, Tell } from './collector.ts'
import { HAS_DOCUMENT, originOf, storagePlaces, type StoragePlace } from './frames.ts'

/** Databases, caches and service workers of every frame, at the end of a step: Article 5(3) covers any storage. */
export const terminalStorage: Collector = {
  id: 'terminal-storage',
  sees: ['storage'],
  isSilent: true,
  begin: (pen) => new TerminalStorageRecording(pen),
}

class TerminalStorageRecording implements Recording {
  readonly #pen: Pen
  /** Scope of each registration -> its origin. */
  readonly #workers = new Map<string, string>()

  constructor(pen: Pen) {
    this.#pen = pen
  }

  attach({ session, ref }: RecordedTarget): void {
    if (!HAS_DOCUMENT.has(ref.type)) return
    session.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
      for (const { scopeURL, isDeleted } of registrations) {
        if (isDeleted) this.#workers.delete(scopeURL)
        else this.#workers.set(scopeURL, new URL(scopeURL).origin)
      }
    })
    void session.send('ServiceWorker.enable').catch(() => undefined)
  }

  async snapshot(view: JourneyView): Promise<Tell> {
    const places = await storagePlaces(view)
    const held = await Promise.all(places.flatMap((place) => [databasesIn(place), cachesIn(place)]))
    return () => {
      for (const item of held.flat()) this.#pen.write({ kind: 'storage', ...item })
      for (const [scope, origin] of this.#workers) {
        this.#pen.write({ kind: 'storage', area: 'service-worker', origin, key: scope, entries: null, value: scope })
      }
    }
  }
}

interface Held {
  readonly area: StorageArea
  readonly origin: string
  readonly key: string
  readonly entries: number
  readonly value: string
}

async function databasesIn({ session, storageKey }: StoragePlace): Promise<readonly Held[]> {
  const { databaseNames } = await session.send('IndexedDB.requestDatabaseNames', { storageKey })
  const held = await Promise.all(
    databaseNames.map(async (databaseName) => {
      const of = { storageKey, databaseName }
      const { databaseWithObjectStores } = await session.send('IndexedDB.requestDatabase', of)
      return await Promise.all(databaseWithObjectStores.objectStores.map(({ name }) => storeIn(session, of, name)))
    }),
  )
  return held.flat()
}

async function storeIn(
  session: CDPSession,
  of: { readonly storageKey: string; readonly databaseName: string },
  objectStoreName: string,
): Promise<Held> {
  const store = { ...of, objectStoreName }
  const [{ entriesCount }, { objectStoreDataEntries }] = await Promise.all([
    session.send('IndexedDB.getMetadata', store),
    session.send('IndexedDB.requestData', { ...store, skipCount: 0, pageSize: MOST_KEYS }),
  ])
  const keys = objectStoreDataEntries.map(({ primaryKey }) => String(primaryKey.value ?? primaryKey.description))
  return {
    area: 'indexeddb',
    origin: originOf(of.storageKey),
    key: `${of.databaseName}/${objectStoreName}`,
    entries: entriesCount,
    value: keys.join('\n'),
  }
}

async function cachesIn({ session, storageKey }: StoragePlace): Promise<readonly Held[]> {
  const { caches } = await session.send('CacheStorage.requestCacheNames', { storageKey })
  return await Promise.all(
    caches.map(async ({ cacheId, cacheName }): Promise<Held> => {
      const { cacheDataEntries, returnCount } = await session.send('CacheStorage.requestEntries', { cacheId })
      const urls = cacheDataEntries.map(({ requestURL }) => requestURL)
      const origin = originOf(storageKey)
      return { area: 'cache', origin, key: cacheName, entries: returnCount, value: urls.join('\n') }
    }),
  )
}

/** Names of this many entries stand for a store: enough to see that two steps hold the same. */
const MOST_KEYS = 100
