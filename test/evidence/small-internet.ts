import type { IncomingMessage, RequestListener } from 'node:http'
import { makeCertificates } from '../../scanner/lab/certificates.ts'
import { openFrontDoor } from '../../scanner/lab/front-door.ts'
import { echoOn } from '../../scanner/lab/wire/web-socket.ts'

/** What is at an address: a text is an HTML page, or a script when the path ends in `.js`; `null` never answers. */
export type Answer = string | { readonly status?: number; readonly headers?: Headers; readonly body?: string } | null
type Headers = Readonly<Record<string, string | readonly string[]>>

/** What is at the address of a WebSocket that says back what it hears. */
export const ECHO = 'echo'

/** Every host there is, on one loopback port, with a log of its own of all that arrived. */
export interface SmallInternet {
  readonly address: string
  /** What arrived, in order, without icons. */
  readonly hits: readonly Hit[]
  /** `METHOD host/path` of what arrived at hosts named `.example` after the last time this was asked. */
  news(): readonly string[]
  close(): Promise<void>
}

export interface Hit {
  readonly method: string
  /** Host and path with query. */
  readonly at: string
  readonly headers: IncomingMessage['headers']
  readonly body: string
}

/** `pages` by host and path, e.g. `shop.example/landing`; anything else answers 204. */
export async function openSmallInternet(pages: Readonly<Record<string, Answer>>): Promise<SmallInternet> {
  const hits: Hit[] = []
  let told = 0
  const listener: RequestListener = (request, response) => {
    const parts: Buffer[] = []
    const at = `${request.headers.host}${request.url}`
    request.on('data', (part: Buffer) => parts.push(part))
    request.on('end', () => {
      if (request.url === '/favicon.ico') {
        response.writeHead(404).end()
        return
      }
      hits.push({ method: request.method ?? '', at, headers: request.headers, body: Buffer.concat(parts).toString() })
      const answer = pages[at.split('?')[0] ?? at]
      if (answer === null) return
      const {
        status = answer === undefined ? 204 : 200,
        headers = {},
        body = '',
      } = typeof answer === 'string' ? { body: answer } : (answer ?? {})
      const type = /\.js(\?|$)/.test(at) ? 'text/javascript' : 'text/html; charset=utf-8'
      response.setHeader('content-type', type)
      for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
      response.writeHead(status).end(body)
    })
  }
  const certificates = await makeCertificates([], () => new Date())
  const door = await openFrontDoor({
    ports: [0],
    certificates,
    listener: () => listener,
    upgrade: (_scheme, { headers, url }, socket) => {
      socket.on('error', () => socket.destroy())
      if (pages[`${headers.host}${url}`] === ECHO) echoOn(socket, headers['sec-websocket-key'] ?? '')
      else socket.destroy()
    },
  })
  return {
    address: door.addresses[0] ?? '',
    hits,
    news: () => {
      const news = hits.slice(told).filter(({ at }) => /^[^/]+\.example[:/]/.test(at))
      told = hits.length
      return news.map(({ method, at }) => `${method} ${at}`)
    },
    close: door.close,
  }
}
