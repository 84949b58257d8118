import { afterAll, beforeAll, expect, test } from 'vitest'
import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { echoOn } from '../../../../scanner/lab/wire/web-socket.ts'

let server: Server
let address: string

beforeAll(async () => {
  server = createServer()
  server.on('upgrade', (request, socket) => echoOn(socket, request.headers['sec-websocket-key'] ?? ''))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  address = `ws://127.0.0.1:${(server.address() as AddressInfo).port}/`
})
afterAll(() => void server.close())

for (const [what, messages] of [
  ['text', ['hello', 'grüße']],
  ['bytes', [Uint8Array.from([0, 255, 128])]],
] as const)
  test(`${what} come back as they went, and the visitor may close`, async () => {
    const socket = new WebSocket(address)
    socket.binaryType = 'arraybuffer'
    const heard: unknown[] = []
    const closed = once(socket, 'close')
    socket.addEventListener('open', () => {
      for (const message of messages) socket.send(message)
    })
    socket.addEventListener('message', ({ data }: MessageEvent<string | ArrayBuffer>) => {
      heard.push(typeof data === 'string' ? data : new Uint8Array(data))
      if (heard.length === messages.length) socket.close()
    })
    await closed
    expect(heard).toEqual(messages)
  })
