import { timingSafeEqual } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { RPCHandler } from '@orpc/server/ws'
import { WebSocketServer } from 'ws'
import type { Service } from './service.ts'
import { windowPages, type WindowPages } from './window-pages.ts'

export interface WebOptions {
  readonly service: Service
  /** 0: any that is free. */
  readonly port: number
  /** Unpredictable; whoever has it may ask everything. */
  readonly token: string
}

export interface WebHost {
  /** With the token in its fragment, which no request and no referrer ever carries. */
  readonly address: string
  close(): Promise<void>
}

/**
 * The loopback host: the same service and the same window for machines without Electron or without a display. It listens
 * on 127.0.0.1 alone, answers to its own name alone, and talks to nobody without the token.
 */
export async function openWeb({ service, port, token }: WebOptions): Promise<WebHost> {
  const rpc = new RPCHandler(service.router)
  const sockets = new WebSocketServer({ noServer: true, maxPayload: MOST_BYTES, handleProtocols: () => PROTOCOL })
  let pages: WindowPages | null = null
  const server = createServer((request, response) => void answer(request, response))
  const origin = (): string => `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  /** Another name for this machine is how a page of the open web would try to be one of ours. */
  const isOurs = ({ headers }: IncomingMessage): boolean => `http://${headers.host}` === origin()

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (!isOurs(request)) return refuse(response, 421)
    if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(response, 405)
    pages ??= await windowPages((id) => service.parts.previews.get(id), origin().replace('http', 'ws'))
    const { pathname } = new URL(request.url ?? '/', origin())
    const { status, headers, body } = await pages(pathname)
    response.writeHead(status, { ...headers, 'content-length': body.length })
    response.end(request.method === 'HEAD' ? undefined : body)
  }

  server.on('upgrade', (request, socket, head) => {
    const words = (request.headers['sec-websocket-protocol'] ?? '').split(',').map((word) => word.trim())
    const isAllowed =
      isOurs(request) &&
      request.headers.origin === origin() &&
      words.includes(PROTOCOL) &&
      words.some((word) => isSame(word, token))
    if (!isAllowed) return void socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n')
    sockets.handleUpgrade(request, socket, head, (window) => void rpc.upgrade(window))
  })

  await new Promise<void>((listening, failed) => {
    server.once('error', failed)
    server.listen(port, '127.0.0.1', listening)
  })
  return {
    address: `${origin()}/#token=${token}`,
    async close() {
      for (const window of sockets.clients) window.terminate()
      server.closeAllConnections()
      await new Promise((closed) => server.close(closed))
    },
  }
}

const PROTOCOL = 'tagtrail'

/** Files come in parts; nothing else is large. */
const MOST_BYTES = 1 << 24

/** In the same time, whatever is wrong. */
function isSame(given: string, token: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(token)]
  return a.length === b.length && timingSafeEqual(a, b)
}

function refuse(response: ServerResponse, status: number): void {
  response.writeHead(status, { 'content-type': 'text/plain' })
  response.end()
}
