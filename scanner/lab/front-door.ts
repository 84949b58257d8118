import { createServer as createHttpServer, type IncomingMessage, type RequestListener } from 'node:http'
import { createServer as createHttpsServer } from 'node:https'
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net'
import type { Duplex } from 'node:stream'
import { callbackify } from 'node:util'
import type { Certificates } from './certificates.ts'

export type Scheme = 'http' | 'https'

export interface FrontDoor {
  /** `127.0.0.1:PORT`, in the order of the ports asked for. */
  readonly addresses: readonly string[]
  close(): Promise<void>
}

export interface FrontDoorOptions {
  readonly ports: readonly number[]
  readonly certificates: Certificates
  listener(scheme: Scheme): RequestListener
  /** A visitor wants to go on in another protocol than HTTP. */
  upgrade(scheme: Scheme, request: IncomingMessage, socket: Duplex): void
}

/**
 * Loopback ports that each speak HTTP and HTTPS: one host map leads every address of a page to one port, whatever its
 * scheme, so the first byte of a connection decides.
 */
export async function openFrontDoor({ ports, certificates, listener, upgrade }: FrontDoorOptions): Promise<FrontDoor> {
  const plain = createHttpServer(listener('http'))
  const secure = createHttpsServer(
    {
      key: certificates.key,
      cert: certificates.cert,
      SNICallback: callbackify(certificates.contextFor),
    },
    listener('https'),
  )
  secure.on('tlsClientError', (_error, socket) => socket.destroy())
  plain.on('upgrade', (request, socket) => upgrade('http', request, socket))
  secure.on('upgrade', (request, socket) => upgrade('https', request, socket))
  const open = new Set<Socket>()
  const doors: Server[] = []

  async function close(): Promise<void> {
    for (const socket of open) socket.destroy()
    await Promise.all(doors.map((door) => new Promise((resolve) => door.close(resolve))))
  }

  function welcome(socket: Socket): void {
    open.add(socket)
    socket.on('close', () => open.delete(socket)).on('error', () => socket.destroy())
    socket.once('data', (start: Buffer) => {
      socket.pause()
      socket.unshift(start)
      const server = start[0] === TLS_HANDSHAKE ? secure : plain
      server.emit('connection', socket)
      // Only after the server has taken the socket over may it flow again.
      process.nextTick(() => socket.resume())
    })
  }

  try {
    for (const port of ports) doors.push(await listen(createServer(welcome), port))
  } catch (cause) {
    await close()
    throw cause
  }
  return { addresses: doors.map((door) => `127.0.0.1:${(door.address() as AddressInfo).port}`), close }
}

const TLS_HANDSHAKE = 0x16

function listen(server: Server, port: number): Promise<Server> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen({ port, host: '127.0.0.1', backlog: 1024 }, () => resolve(server.off('error', reject)))
  })
}
