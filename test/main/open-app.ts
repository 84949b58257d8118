import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/websocket'
import { onTestFinished } from 'vitest'
import { WebSocket } from 'ws'
import type { Client } from '../../main/contract.ts'
import { processHost } from '../../main/host.ts'
import { startNodeChild, type StartChild } from '../../main/scan-process.ts'
import { openService, type Service } from '../../main/service.ts'
import { openWeb, type WebHost } from '../../main/web.ts'
import { temporaryFolder } from '../scanner/store/temporary-folder.ts'

export const TOKEN = 'a'.repeat(64)

export interface OpenApp {
  readonly folder: string
  readonly service: Service
  readonly web: WebHost
  /** `http://127.0.0.1:1234`. */
  readonly origin: string
  readonly client: Client
}

/** The application behind its loopback host, in a folder of its own, and a client that speaks to it as a window does. */
export async function openApp(given: { folder?: string; startChild?: StartChild } = {}): Promise<OpenApp> {
  const folder = given.folder ?? (await temporaryFolder())
  const host = processHost(new AbortController().signal)
  const startChild = given.startChild ?? startNodeChild
  const service = await openService({ dataFolder: folder, hostKind: 'loopback', host, startChild })
  onTestFinished(() => service.close())
  const web = await openWeb({ service, port: 0, token: TOKEN })
  onTestFinished(() => web.close())
  const origin = new URL(web.address).origin
  return { folder, service, web, origin, client: await connectTo(origin) }
}

export async function connectTo(origin: string, token = TOKEN): Promise<Client> {
  const socket = new WebSocket(origin.replace('http', 'ws'), ['tagtrail', token], { origin })
  await new Promise((open, failed) => {
    socket.once('open', open)
    socket.once('error', failed)
  })
  onTestFinished(() => socket.terminate())
  // The browser's type and that of ws differ in events we do not use.
  return createORPCClient(new RPCLink({ websocket: socket as unknown as globalThis.WebSocket }))
}
