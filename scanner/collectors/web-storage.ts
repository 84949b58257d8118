import type { CDPSession, Protocol } from 'puppeteer-core'
import type { StorageArea } from '../model.ts'
import type { Collector, JourneyView, NativeCall, Pen, RecordedTarget, Recording, Tell } from './collector.ts'
import { HAS_DOCUMENT, originOf, storagePlaces, type StoragePlace } from './frames.ts'

/** Writes to localStorage and sessionStorage of every frame as they happen, and what is there at the end of a step. */
export const webStorage: Collector = {
  id: 'web-storage',
  sees: ['storage-write', 'storage'],
  begin: (pen) => new WebStorageRecording(pen),
}

class WebStorageRecording implements Recording {
  readonly #pen: Pen
  /** Every session of one storage key tells of each write; the first one that did speaks for all while it lives. */
  readonly #speakers = new Map<string, CDPSession>()
  /** Writes told by their call; the event of the same change comes after it, and only if the value is another one. */
  #toldByCall = new Map<string, number>()
  #toldByCallBefore = new Map<string, number>()
  /** Keys known to be there: a clearing does not tell which it took. */
  readonly #keys = new Map<string, Set<string>>()

  constructor(pen: Pen) {
    this.#pen = pen
  }

  attach({ session, ref, onNativeCall }: RecordedTarget): void {
    if (!HAS_DOCUMENT.has(ref.type)) return
    onNativeCall((call) => this.#called(call))
    const heard = (storageId: Protocol.DOMStorage.StorageId, key: string, value: string | null): void => {
      if (this.#speaks(session, storageId)) this.#written(storageId, key, value)
    }
    session.on('DOMStorage.domStorageItemAdded', ({ storageId, key, newValue }) => heard(storageId, key, newValue))
    session.on('DOMStorage.domStorageItemUpdated', ({ storageId, key, newValue }) => heard(storageId, key, newValue))
    session.on('DOMStorage.domStorageItemRemoved', ({ storageId, key }) => heard(storageId, key, null))
    session.on('DOMStorage.domStorageItemsCleared', ({ storageId }) => {
      for (const key of this.#keys.get(placeKey(storageId)) ?? []) heard(storageId, key, null)
    })
    // A frame that is gone before it answers has nothing to store.
    void session.send('DOMStorage.enable').catch(() => undefined)
  }

  async snapshot(view: JourneyView): Promise<Tell> {
    const places = await storagePlaces(view)
    const held = await Promise.all(
      places.flatMap((place) => [true, false].map((isLocalStorage) => this.#inventory(place, isLocalStorage))),
    )
    return () => {
      for (const items of held) {
        if (typeof items === 'string') this.#pen.gap('collector-failed', ['storage'], items)
        else for (const item of items) this.#pen.write({ kind: 'storage', entries: null, ...item })
      }
    }
  }

  async #inventory(
    { session, url, storageKey }: StoragePlace,
    isLocalStorage: boolean,
  ): Promise<readonly Held[] | string> {
    const storageId = { storageKey, isLocalStorage }
    try {
      const { entries } = await session.send('DOMStorage.getDOMStorageItems', { storageId })
      return entries.map(([key = '', value = '']) => ({ ...placeOf(storageId), key, value }))
    } catch (reason) {
      if (!/opaque|not found|Frame not found/i.test(String(reason))) {
        return `web storage of ${url} could not be read: ${String(reason)}`
      }
      return []
    }
  }

  flush(isLast: boolean): void {
    // The event of what the last page wrote on being left may be later than that.
    if (isLast) return
    this.#toldByCallBefore = this.#toldByCall
    this.#toldByCall = new Map()
  }

  #called({ point, storage: area, arguments: [key, value], origin, isLastWord, stack }: NativeCall): void {
    if ((point !== 'storage.setItem' && point !== 'storage.removeItem') || origin === null) return
    const effect = point === 'storage.setItem' ? 'set' : 'deleted'
    const written = effect === 'set' ? String(value) : ''
    const change = JSON.stringify([area, origin, String(key), written])
    this.#toldByCall.set(change, (this.#toldByCall.get(change) ?? 0) + 1)
    const ticket = this.#pen.stamp(isLastWord ? 'last-words' : 'now')
    this.#pen.write({ kind: 'storage-write', area, origin, key: String(key), value: written, effect, stack }, ticket)
  }

  #speaks(session: CDPSession, storageId: Protocol.DOMStorage.StorageId): boolean {
    const place = placeKey(storageId)
    const speaker = this.#speakers.get(place)
    if (speaker && !speaker.detached) return speaker === session
    this.#speakers.set(place, session)
    return true
  }

  #written(storageId: Protocol.DOMStorage.StorageId, key: string, value: string | null): void {
    const { area, origin } = placeOf(storageId)
    const change = JSON.stringify([area, origin, key, value ?? ''])
    const keys = this.#keys.get(placeKey(storageId)) ?? new Set()
    this.#keys.set(placeKey(storageId), keys)
    if (value === null) keys.delete(key)
    else keys.add(key)
    if (spend(this.#toldByCall, change) || spend(this.#toldByCallBefore, change)) return
    const effect = value === null ? 'deleted' : 'set'
    this.#pen.write({ kind: 'storage-write', area, origin, key, value: value ?? '', effect, stack: [] })
  }
}

interface Held {
  readonly area: StorageArea
  readonly origin: string
  readonly key: string
  readonly value: string
}

/** True when this change was told by its call, once for each time it was. */
function spend(told: Map<string, number>, change: string): boolean {
  const times = told.get(change) ?? 0
  if (times > 0) told.set(change, times - 1)
  return times > 0
}

function placeKey({ isLocalStorage, storageKey, securityOrigin }: Protocol.DOMStorage.StorageId): string {
  return `${isLocalStorage} ${storageKey ?? securityOrigin}`
}

function placeOf(storageId: Protocol.DOMStorage.StorageId): { area: StorageArea; origin: string } {
  const origin = originOf(storageId.storageKey ?? storageId.securityOrigin ?? '')
  return { area: storageId.isLocalStorage ? 'local' : 'session', origin }
}
