import { ProtocolError, type CDPSession, type Protocol } from 'puppeteer-core'

/** One document with an isolated world of ours in it. */
export interface IsolatedFrame {
  readonly id: string
  readonly url: string
  readonly parent: IsolatedFrame | null
  readonly isMain: boolean
  readonly session: CDPSession
  /** Our isolated world. */
  readonly contextId: number
  /**
   * Runs a self-contained function in our world; arguments and answer travel as JSON. `null` when the document went
   * away. What the function throws is a mistake of ours and is thrown here.
   */
  run<A extends readonly unknown[], R>(work: (...args: A) => R | Promise<R>, ...args: A): Promise<R | null>
  /** Runs the source of a script in our world; nothing when the document went away. */
  inject(source: string): Promise<void>
  /** Evaluates in the page's own world; only to read. `null` when the page throws. */
  read(expression: string): Promise<unknown>
  /** Lets our world of this frame see into closed shadow roots: `tagtrailRoots` leads from a host to its root. */
  reveal(): Promise<void>
  /** False for a frame that is hidden or has no area, in any of the documents around it. */
  isShown(): Promise<boolean>
}

export interface FoundFrame {
  readonly id: string
  readonly url: string
  readonly session: CDPSession
  readonly contextId: number
  /** The page's own world, once it exists. */
  readonly pageContextId: number | null
}

export function isolatedFrame(found: FoundFrame, parent: IsolatedFrame | null): IsolatedFrame {
  const { id, url, session, contextId, pageContextId } = found
  return {
    id,
    url,
    parent,
    isMain: parent === null,
    session,
    contextId,
    run: (work, ...args) => unlessGone(callIn(session, { executionContextId: contextId }, work, args)),
    inject: async (source) => {
      const answer = await unlessGone(session.send('Runtime.evaluate', { expression: source, contextId }))
      if (answer) answerOf(answer)
    },
    read: async (expression) => {
      if (pageContextId === null) return null
      const how = { contextId: pageContextId, returnByValue: true, awaitPromise: true, silent: true }
      const answer = await unlessGone(session.send('Runtime.evaluate', { expression, ...how }))
      return !answer || answer.exceptionDetails ? null : (answer.result.value as unknown)
    },
    reveal: async () => void (await unlessGone(revealIn(session, id, contextId))),
    isShown: async () => {
      if (!parent) return true
      const stand = await unlessGone(standOf(id, parent))
      return stand !== null && stand.isVisible && parent.isShown()
    },
  }
}

async function revealIn(session: CDPSession, frameId: string, contextId: number): Promise<void> {
  const { root } = await session.send('DOM.getDocument', { depth: -1, pierce: true })
  const documents = [root, ...documentsIn(root)].filter(
    (each) => each.frameId === undefined || each.frameId === frameId,
  )
  for (const { backendNodeId } of documents.flatMap(closedRootsIn)) {
    const { object } = await session.send('DOM.resolveNode', { backendNodeId, executionContextId: contextId })
    if (object.objectId !== undefined) await callIn(session, { objectId: object.objectId }, remember, [])
  }
}

const childrenOf = ({ children = [], shadowRoots = [] }: Protocol.DOM.Node): readonly Protocol.DOM.Node[] => [
  ...shadowRoots,
  ...children,
]
const documentsIn = (node: Protocol.DOM.Node): readonly Protocol.DOM.Node[] =>
  childrenOf(node).flatMap((child) => [
    ...(child.contentDocument ? [{ ...child.contentDocument, frameId: child.frameId ?? '' }] : []),
    ...documentsIn(child.contentDocument ?? child),
  ])
const closedRootsIn = (node: Protocol.DOM.Node): readonly Protocol.DOM.Node[] =>
  childrenOf(node).flatMap((child) => [...(child.shadowRootType === 'closed' ? [child] : []), ...closedRootsIn(child)])

/** Runs in the page, in our world, on a shadow root. */
function remember(this: unknown): void {
  const root = this as ShadowRoot
  ;((globalThis as { tagtrailRoots?: WeakMap<Element, ShadowRoot> }).tagtrailRoots ??= new WeakMap()).set(
    root.host,
    root,
  )
}

/** `null` instead of the protocol's complaint that what was asked is not there any more. */
export async function unlessGone<T>(asked: Promise<T>): Promise<T | null> {
  try {
    return await asked
  } catch (reason) {
    if (reason instanceof ProtocolError) return null
    throw reason
  }
}

/** Where the element that holds a frame stands in the document around it, in CSS pixels of that document. */
export interface Stand {
  /** Origin of the frame's own coordinates, and how much it is scaled. */
  readonly x: number
  readonly y: number
  readonly scale: number
  readonly isVisible: boolean
}

export async function standOf(frameId: string, parent: IsolatedFrame): Promise<Stand> {
  const objectId = await ownerOf(frameId, parent)
  return callIn(parent.session, { objectId }, measureOwner, [])
}

/** The element that holds a frame, as an object of our world in the document around it. */
export async function ownerOf(frameId: string, parent: IsolatedFrame): Promise<string> {
  const { backendNodeId } = await parent.session.send('DOM.getFrameOwner', { frameId })
  const where = { backendNodeId, executionContextId: parent.contextId }
  const { object } = await parent.session.send('DOM.resolveNode', where)
  if (object.objectId === undefined) throw new Error(`frame ${frameId} has no element`)
  return object.objectId
}

type Where = { readonly executionContextId: number } | { readonly objectId: string }

export async function callIn<A extends readonly unknown[], R>(
  session: CDPSession,
  where: Where,
  work: (...args: A) => R | Promise<R>,
  args: A,
): Promise<R> {
  const call: Protocol.Runtime.CallFunctionOnRequest = {
    ...where,
    functionDeclaration: work.toString(),
    arguments: args.map((value) => ({ value })),
    returnByValue: true,
    awaitPromise: true,
  }
  return answerOf(await session.send('Runtime.callFunctionOn', call)) as R
}

function answerOf(answer: Protocol.Runtime.EvaluateResponse): unknown {
  const { result, exceptionDetails } = answer
  if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text)
  return result.value as unknown
}

/** Runs in the page, on the element that holds the frame. */
function measureOwner(this: unknown): Stand {
  const owner = this as HTMLElement
  const box = owner.getBoundingClientRect()
  const style = getComputedStyle(owner)
  const scale = owner.offsetWidth > 0 ? box.width / owner.offsetWidth : 1
  return {
    x: box.left + (owner.clientLeft + Number.parseFloat(style.paddingLeft)) * scale,
    y: box.top + (owner.clientTop + Number.parseFloat(style.paddingTop)) * scale,
    scale,
    isVisible:
      box.width >= 20 &&
      box.height >= 20 &&
      box.bottom > 0 &&
      box.right > 0 &&
      box.top < innerHeight &&
      box.left < innerWidth &&
      owner.checkVisibility({ opacityProperty: true, visibilityProperty: true }),
  }
}
