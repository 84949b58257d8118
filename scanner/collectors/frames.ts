import type { CDPSession, Protocol } from 'puppeteer-core'
import type { JourneyView } from './collector.ts'

/** A place where documents of these targets may store things, and a session that may be asked about it. */
export interface StoragePlace {
  readonly session: CDPSession
  readonly url: string
  readonly storageKey: string
}

/** All of them, each once; a frame of an opaque origin has none. Whoever asks about one view shares the answer. */
export function storagePlaces(view: JourneyView): Promise<readonly StoragePlace[]> {
  const known = PLACES.get(view)
  if (known) return known
  const places = lookFor(view)
  PLACES.set(view, places)
  return places
}

const PLACES = new WeakMap<JourneyView, Promise<readonly StoragePlace[]>>()

async function lookFor({ targets }: JourneyView): Promise<readonly StoragePlace[]> {
  const documents = targets.filter(({ ref }) => HAS_DOCUMENT.has(ref.type))
  const found = await Promise.all(
    documents.map(async ({ session, ref }) =>
      (await storageKeysOf(session)).map((storageKey) => ({ session, url: ref.url, storageKey })),
    ),
  )
  const first = new Map<string, StoragePlace>()
  for (const place of found.flat()) if (!first.has(place.storageKey)) first.set(place.storageKey, place)
  return [...first.values()]
}

/** Storage keys of all frames of one target; a target that is gone has none. */
async function storageKeysOf(session: CDPSession): Promise<readonly string[]> {
  const tree = await session.send('Page.getFrameTree').catch((reason: unknown) => {
    if (isGone(reason)) return null
    throw reason
  })
  if (tree === null) return []
  const keys = await Promise.all(
    framesIn(tree.frameTree).map((frameId) =>
      session.send('Storage.getStorageKey', { frameId }).then(
        ({ storageKey }) => storageKey,
        () => null,
      ),
    ),
  )
  return keys.filter((key) => key !== null)
}

/** The protocol's words for a target, frame or world that is not there any more. */
export function isGone(reason: unknown): boolean {
  return /(?:Session|Target) (?:closed|with given id not found)|Cannot find context|No frame (?:for|with) given id/.test(
    String(reason),
  )
}

/** A storage key is the origin, followed by `^` parts when the frame's storage is partitioned by its top site. */
export function originOf(storageKey: string): string {
  return (storageKey.split('^')[0] ?? '').replace(/\/$/, '')
}

/** Only documents have storage of their own; workers share theirs with them. */
export const HAS_DOCUMENT = new Set(['page', 'iframe'])

function framesIn(tree: Protocol.Page.FrameTree): readonly string[] {
  return [tree.frame.id, ...(tree.childFrames ?? []).flatMap(framesIn)]
}
