import type { CDPSession, Protocol } from 'puppeteer-core'

/** Storage keys of all frames of one target; a frame of an opaque origin has none, nor has a target that is gone. */
export async function storageKeysOf(session: CDPSession): Promise<readonly string[]> {
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
  return [...new Set(keys.filter((key) => key !== null))]
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
