import type { CDPSession } from 'puppeteer-core'
import type { StorageArea } from '../model.ts'
import type { Collector, JourneyView, Pen, RecordedTarget, Recording } from './collector.ts'
import { HAS_DOCUMENT, originOf, storageKeysOf } from './frames.ts'

/** Databases, caches and service workers of every frame, at the end of a step: Article 5(3) covers any storage. */
export const terminalStorage: Collector = {
  id: 'terminal-storage',
  sees: ['storage'],
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

  async snapshot({ targets }: JourneyView): Promise<void> {
    const seen = new Set<string>()
    for (const { session } of targets.filter(({ ref }) => HAS_DOCUMENT.has(ref.type))) {
      for (const storageKey of await storageKeysOf(session)) {
        if (seen.has(storageKey)) continue
        seen.add(storageKey)
        await this.#databases(session, storageKey)
        await this.#caches(session, storageKey)
      }
    }
    for (const [scope, origin] of this.#workers) this.#found('service-worker', origin, scope, null, scope)
  }

  async #databases(session: CDPSession, storageKey: string): Promise<void> {
    const { databaseNames } = await session.send('IndexedDB.requestDatabaseNames', { storageKey })
    for (const databaseName of databaseNames) {
      const of = { storageKey, databaseName }
      const { databaseWithObjectStores } = await session.send('IndexedDB.requestDatabase', of)
      for (const { name: objectStoreName } of databaseWithObjectStores.objectStores) {
        const store = { ...of, objectStoreName }
        const { entriesCount } = await session.send('IndexedDB.getMetadata', store)
        const page = { ...store, skipCount: 0, pageSize: MOST_KEYS }
        const { objectStoreDataEntries } = await session.send('IndexedDB.requestData', page)
        const keys = objectStoreDataEntries.map(({ primaryKey }) => String(primaryKey.value ?? primaryKey.description))
        const key = `${databaseName}/${objectStoreName}`
        this.#found('indexeddb', originOf(storageKey), key, entriesCount, keys.join('\n'))
      }
    }
  }

  async #caches(session: CDPSession, storageKey: string): Promise<void> {
    const { caches } = await session.send('CacheStorage.requestCacheNames', { storageKey })
    for (const { cacheId, cacheName } of caches) {
      const { cacheDataEntries, returnCount } = await session.send('CacheStorage.requestEntries', { cacheId })
      const urls = cacheDataEntries.map(({ requestURL }) => requestURL)
      this.#found('cache', originOf(storageKey), cacheName, returnCount, urls.join('\n'))
    }
  }

  #found(area: StorageArea, origin: string, key: string, entries: number | null, value: string): void {
    this.#pen.write({ kind: 'storage', area, origin, key, entries, value })
  }
}

/** Names of this many entries stand for a store: enough to see that two steps hold the same. */
const MOST_KEYS = 100
