import type { CDPSession, Page, Protocol } from 'puppeteer-core'
import { isolatedFrame, unlessGone, type FoundFrame, type IsolatedFrame } from './isolated-frame.ts'

/**
 * Every frame of a page, cross-site ones too, each with an isolated world of ours: the page sees neither our code nor
 * our names, and its patched built-ins cannot lie to us.
 */
export interface IsolatedFrames {
  /** Session with the page itself. */
  readonly session: CDPSession
  /** Frames that are there now, the page itself first. Throws when the page has gone. */
  list(): Promise<readonly IsolatedFrame[]>
  /** Called with the session of the page and of each cross-site frame, now and later. */
  onSession(listener: (session: CDPSession) => void): void
  /** What our code in the frames says with `tagtrailTell(text)`. */
  onTold(listener: (told: Told) => void): () => void
  close(): Promise<void>
}

export interface Told {
  readonly frameId: string
  readonly text: string
}

export async function openIsolatedFrames(page: Page): Promise<IsolatedFrames> {
  const session = await page.createCDPSession()
  const processes = new Map<string, FrameProcess>()
  const onSession = new Set<(session: CDPSession) => void>()
  const onTold = new Set<(told: Told) => void>()
  const opening = new Set<Promise<void>>()

  const open = async (opened: CDPSession, parentFrameId: string | null): Promise<void> => {
    const process: FrameProcess = { session: opened, parentFrameId, contexts: new Map() }
    processes.set(opened.id(), process)
    opened.on('Runtime.executionContextCreated', ({ context }) => process.contexts.set(context.id, context))
    opened.on('Runtime.executionContextDestroyed', ({ executionContextId }) => {
      process.contexts.delete(executionContextId)
    })
    opened.on('Runtime.executionContextsCleared', () => process.contexts.clear())
    opened.on('Runtime.bindingCalled', ({ name, payload, executionContextId }) => {
      const frameId = frameIdOf(process.contexts.get(executionContextId))
      if (name === BINDING && frameId !== undefined) for (const tell of onTold) tell({ frameId, text: payload })
    })
    opened.on('Target.attachedToTarget', ({ sessionId, targetInfo }) => {
      const child = opened.connection()?.session(sessionId)
      if (!child) return
      // A frame that went away before we were ready is not there any more.
      const ready = open(child, targetInfo.parentFrameId ?? null).catch(() => void processes.delete(sessionId))
      opening.add(ready)
      void ready.finally(() => opening.delete(ready))
    })
    opened.on('Target.detachedFromTarget', ({ sessionId }) => processes.delete(sessionId))
    for (const listener of onSession) listener(opened)
    await Promise.all([
      opened.send('Page.enable'),
      // Whatever was logged so far, by the recorder too, would be told once more.
      opened.send('Runtime.discardConsoleEntries'),
      opened.send('Runtime.enable'),
      opened.send('Runtime.addBinding', { name: BINDING, executionContextName: WORLD }),
      opened.send('Target.setAutoAttach', IFRAMES_ONLY),
    ])
  }

  await open(session, null)
  return {
    session,
    list: async () => {
      for (;;) {
        while (opening.size > 0) await Promise.all(opening)
        const frames = linked((await Promise.all([...processes.values()].map(framesOf))).flat())
        if (frames[0]) return frames
        // A page between two documents has its next one in a moment; one that is gone throws.
        await session.send('Page.getFrameTree')
      }
    },
    onSession: (listener) => {
      for (const known of processes.values()) listener(known.session)
      onSession.add(listener)
    },
    onTold: (listener) => {
      onTold.add(listener)
      return () => onTold.delete(listener)
    },
    close: async () => {
      onTold.clear()
      // A page that has closed took its sessions along.
      await session.detach().catch(() => undefined)
    },
  }
}

const WORLD = 'tagtrail'
const BINDING = 'tagtrailTell'
const IFRAMES_ONLY: Protocol.Target.SetAutoAttachRequest = {
  autoAttach: true,
  waitForDebuggerOnStart: false,
  flatten: true,
  filter: [{ type: 'iframe', exclude: false }, { exclude: true }],
}

/** The page's process, or that of a cross-site frame, and the worlds in it. */
interface FrameProcess {
  readonly session: CDPSession
  readonly parentFrameId: string | null
  readonly contexts: Map<number, Protocol.Runtime.ExecutionContextDescription>
}

type Unlinked = FoundFrame & { readonly parentId: string | null }

/** A frame that goes away while we ask is not there. */
async function framesOf({ session, parentFrameId, contexts }: FrameProcess): Promise<readonly Unlinked[]> {
  const tree = await unlessGone(session.send('Page.getFrameTree'))
  if (!tree) return []
  const found = await Promise.all(
    flat(tree.frameTree).map(async ({ id, url, parentId }): Promise<Unlinked | null> => {
      const contextId = await worldIn(session, id, contexts)
      if (contextId === null) return null
      const page = [...contexts.values()].find((context) => isPageWorld(context) && frameIdOf(context) === id)
      return { session, id, url, parentId: parentId ?? parentFrameId, contextId, pageContextId: page?.id ?? null }
    }),
  )
  return found.filter((frame) => frame !== null)
}

/** The same world every time: it is made once per document, and known from then on. */
async function worldIn(
  session: CDPSession,
  frameId: string,
  contexts: FrameProcess['contexts'],
): Promise<number | null> {
  for (const context of contexts.values())
    if (context.name === WORLD && frameIdOf(context) === frameId) return context.id
  const world = await session.send('Page.createIsolatedWorld', { frameId, worldName: WORLD }).catch(() => null)
  return world?.executionContextId ?? null
}

function flat(tree: Protocol.Page.FrameTree): readonly Protocol.Page.Frame[] {
  return [tree.frame, ...(tree.childFrames ?? []).flatMap(flat)]
}

/** A frame whose parent went away while we asked went with it. */
function linked(found: readonly Unlinked[]): readonly IsolatedFrame[] {
  const made = new Map<string, IsolatedFrame>()
  const link = (parentId: string | null, parent: IsolatedFrame | null): void => {
    for (const frame of found) {
      if (frame.parentId !== parentId || made.has(frame.id)) continue
      const next = isolatedFrame(frame, parent)
      made.set(frame.id, next)
      link(frame.id, next)
    }
  }
  link(null, null)
  return [...made.values()]
}

const auxiliary = (context?: Protocol.Runtime.ExecutionContextDescription): { frameId?: string; isDefault?: boolean } =>
  context?.auxData ?? {}
const frameIdOf = (context?: Protocol.Runtime.ExecutionContextDescription): string | undefined =>
  auxiliary(context).frameId
const isPageWorld = (context: Protocol.Runtime.ExecutionContextDescription): boolean =>
  auxiliary(context).isDefault === true
