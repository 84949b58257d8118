import type { CDPSession, Protocol } from 'puppeteer-core'
import type { StorageArea } from '../model.ts'
import type { Collector, JourneyView, NativeCall, Pen, RecordedTarget, Recording } from './collector.ts'

/** Writes to localStorage and sessionStorage of every frame as they happen, and what is there at the end of a step. */
export const webStorage: Collector = {
  id: 'web-storage',
  sees: ['storage-write', 'storage'],
  begin: (pen) => new WebStorageRecording(pen),
}

const HAS_WEB_STORAGE = new Set(['page', 'iframe'])

class WebStorageRecording implements Recording {
  readonly #pen: Pen
  /** Every session of one storage key tells of each write; the first one that did speaks for all while it lives. */
  readonly #speakers = new Map<string, CDPSession>()
  /** Writes told by their call; the event of the same change comes after it, and only if the value is another one. */
  readonly #toldByCall = new Map<string, number>()

  constructor(pen: Pen) {
    this.#pen = pen
  }

  attach({ session, ref, onNativeCall }: RecordedTarget): void {
    if (!HAS_WEB_STORAGE.has(ref.type)) return
    onNativeCall((call) => this.#called(call))
    const heard = (storageId: Protocol.DOMStorage.StorageId, key: string, value: string | null): void => {
      if (this.#speaks(session, storageId)) this.#written(storageId, key, value)
    }
    session.on('DOMStorage.domStorageItemAdded', ({ storageId, key, newValue }) => heard(storageId, key, newValue))
    session.on('DOMStorage.domStorageItemUpdated', ({ storageId, key, newValue }) => heard(storageId, key, newValue))
    session.on('DOMStorage.domStorageItemRemoved', ({ storageId, key }) => heard(storageId, key, null))
    // A frame that is gone before it answers has nothing to store.
    void session.send('DOMStorage.enable').catch(() => undefined)
  }

  async snapshot(view: JourneyView): Promise<void> {
    const seen = new Set<string>()
    for (const { session, ref } of view.targets.filter((target) => HAS_WEB_STORAGE.has(target.ref.type))) {
      for (const storageKey of await storageKeys(session)) {
        if (seen.has(storageKey)) continue
        seen.add(storageKey)
        for (const isLocalStorage of [true, false])
          await this.#inventory(session, { storageKey, isLocalStorage }, ref.url)
      }
    }
  }

  async #inventory(session: CDPSession, storageId: Protocol.DOMStorage.StorageId, url: string): Promise<void> {
    try {
      const { entries } = await session.send('DOMStorage.getDOMStorageItems', { storageId })
      for (const [key = '', value = ''] of entries) {
        this.#pen.write({ kind: 'storage', ...placeOf(storageId), key, value })
      }
    } catch (reason) {
      if (!/opaque|not found|Frame not found/i.test(String(reason))) {
        this.#pen.gap('collector-failed', ['storage'], `web storage of ${url} could not be read: ${String(reason)}`)
      }
    }
  }

  flush(): void {
    this.#toldByCall.clear()
  }

  #called({ point, storage: area, arguments: [key, value], origin, stack }: NativeCall): void {
    if ((point !== 'storage.setItem' && point !== 'storage.removeItem') || origin === null) return
    const effect = point === 'storage.setItem' ? 'set' : 'deleted'
    const written = effect === 'set' ? String(value) : ''
    const change = JSON.stringify([area, origin, String(key), written])
    this.#toldByCall.set(change, (this.#toldByCall.get(change) ?? 0) + 1)
    this.#pen.write({ kind: 'storage-write', area, origin, key: String(key), value: written, effect, stack })
  }

  #speaks(session: CDPSession, storageId: Protocol.DOMStorage.StorageId): boolean {
    const place = `${storageId.isLocalStorage} ${storageId.storageKey ?? storageId.securityOrigin}`
    const speaker = this.#speakers.get(place)
    if (speaker && !speaker.detached) return speaker === session
    this.#speakers.set(place, session)
    return true
  }

  #written(storageId: Protocol.DOMStorage.StorageId, key: string, value: string | null): void {
    const { area, origin } = placeOf(storageId)
    const change = JSON.stringify([area, origin, key, value ?? ''])
    const told = this.#toldByCall.get(change) ?? 0
    if (told > 0) this.#toldByCall.set(change, told - 1)
    else {
      const effect = value === null ? 'deleted' : 'set'
      this.#pen.write({ kind: 'storage-write', area, origin, key, value: value ?? '', effect, stack: [] })
    }
  }
}

/** Storage keys of all frames of one target; a frame of an opaque origin has none. */
async function storageKeys(session: CDPSession): Promise<readonly string[]> {
  const { frameTree } = await session.send('Page.getFrameTree')
  const keys = await Promise.all(
    framesIn(frameTree).map((frameId) =>
      session.send('Storage.getStorageKey', { frameId }).then(
        ({ storageKey }) => storageKey,
        () => null,
      ),
    ),
  )
  return keys.filter((key) => key !== null)
}

function framesIn(tree: Protocol.Page.FrameTree): readonly string[] {
  return [tree.frame.id, ...(tree.childFrames ?? []).flatMap(framesIn)]
}

/** A storage key is the origin, followed by `^` parts when the frame's storage is partitioned by its top site. */
function placeOf(storageId: Protocol.DOMStorage.StorageId): { area: StorageArea; origin: string } {
  const origin = (storageId.storageKey ?? storageId.securityOrigin ?? '').split('^')[0] ?? ''
  return { area: storageId.isLocalStorage ? 'local' : 'session', origin: origin.replace(/\/$/, '') }
}
