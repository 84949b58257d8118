import { createORPCClient, ORPCError, type ClientContext, type ClientLink } from '@orpc/client'
import { RPCLink as PortLink } from '@orpc/client/message-port'
import { RPCLink as SocketLink } from '@orpc/client/websocket'
import type { AppChange, Client } from '../main/contract.ts'

/** Whether the program behind the window can be asked. */
export type Connection =
  | 'connecting'
  | 'open'
  /** It has gone away; we try again by ourselves. */
  | 'lost'
  /** It is there and does not know us: the address was opened without its token, or is an old one. */
  | 'refused'

/** Everything a screen may ask. A call made while the program is away waits for it. */
export const client: Client = createORPCClient({
  call: async (path, input, options) => (await ready).call(path, input, options),
})

export function connection(): Connection {
  return state
}

/** Called whenever the connection changes; returns how to stop it. */
export function onConnection(listener: () => void): () => void {
  connectionListeners.add(listener)
  return () => void connectionListeners.delete(listener)
}

/** Told what has changed in the program; `hello` after every reconnection, when anything may have. */
export function onChange(listener: (change: AppChange) => void): () => void {
  changeListeners.add(listener)
  return () => void changeListeners.delete(listener)
}

/** A failure in the words of the program. */
export interface Failure {
  readonly code: string
  readonly message: string
}

export function failureOf(reason: unknown): Failure {
  if (reason instanceof ORPCError) return { code: reason.code, message: reason.message }
  if (state !== 'open') return { code: 'LOST', message: '' }
  return { code: 'FAULT', message: reason instanceof Error ? reason.message : String(reason) }
}

type Link = ClientLink<ClientContext>

const connectionListeners = new Set<() => void>()
const changeListeners = new Set<(change: AppChange) => void>()
let state: Connection = 'connecting'
let announce: (link: Link) => void = () => undefined
let ready = nextLink()

function nextLink(): Promise<Link> {
  return new Promise((resolve) => (announce = resolve))
}

function turn(next: Connection): void {
  state = next
  for (const listener of connectionListeners) listener()
}

/** Begins to talk to the program; called once, before anything is shown. True when the window was just opened: no reload,
 *  and nobody asked for a certain screen. */
export function connect(): boolean {
  const isNew = location.hash === '' || GIVEN_TOKEN.test(location.hash)
  if (location.protocol === 'app:') connectPort()
  else connectSocket(takeToken(), 0)
  return isNew
}

const GIVEN_TOKEN = /^#token=([0-9a-zA-Z]+)/

/** In Electron: one end of a channel goes through the preload to the program. */
function connectPort(): void {
  const { port1, port2 } = new MessageChannel()
  window.postMessage('tagtrail-port', location.origin, [port2])
  port1.start()
  announce(new PortLink({ port: port1 }))
  turn('open')
  void followChanges()
}

function connectSocket(token: string, tries: number): void {
  const socket = new WebSocket(location.origin.replace(/^http/, 'ws'), ['tagtrail', token])
  let wasOpen = false
  socket.addEventListener('open', () => {
    wasOpen = true
    announce(new SocketLink({ websocket: socket }))
    turn('open')
    void followChanges()
  })
  socket.addEventListener('close', () => {
    if (wasOpen) ready = nextLink()
    void whyClosed(wasOpen).then((why) => {
      turn(why)
      if (why === 'refused') return
      setTimeout(() => connectSocket(token, wasOpen ? 0 : tries + 1), Math.min(5000, 250 * 2 ** tries))
    })
  })
}

/** A host that answers pages but no socket does not know our token. */
async function whyClosed(wasOpen: boolean): Promise<Connection> {
  if (wasOpen) return 'lost'
  const isThere = await fetch(location.origin, { method: 'HEAD' }).then(
    ({ ok }) => ok,
    () => false,
  )
  return isThere ? 'refused' : 'lost'
}

/** The token stands in the address once; it is kept for reloads of this tab and taken out of sight. */
function takeToken(): string {
  const given = GIVEN_TOKEN.exec(location.hash)?.[1]
  if (given !== undefined) {
    sessionStorage.setItem('tagtrail.token', given)
    history.replaceState(null, '', `${location.pathname}#/`)
  }
  return given ?? sessionStorage.getItem('tagtrail.token') ?? 'none'
}

async function followChanges(): Promise<void> {
  try {
    for await (const change of await client.app.changes()) for (const listener of changeListeners) listener(change)
  } catch {
    // The connection was lost; the next one begins with `hello`.
  }
}
