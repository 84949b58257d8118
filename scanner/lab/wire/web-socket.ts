import { createHash } from 'node:crypto'
import type { Duplex } from 'node:stream'

/** Answers the handshake of a WebSocket (RFC 6455, 4.2.2) and from then on says back whatever it hears. */
export function echoOn(socket: Duplex, key: string): void {
  const accept = createHash('sha1').update(`${key}${PROTOCOL_GUID}`).digest('base64')
  socket.write(
    `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept}\r\n\r\n`,
  )
  let heard: Buffer = Buffer.alloc(0)
  socket.on('data', (chunk: Buffer) => {
    heard = Buffer.concat([heard, chunk])
    for (let frame = readFrame(heard); frame !== null; frame = readFrame(heard)) {
      heard = heard.subarray(frame.size)
      socket.write(Buffer.concat([Buffer.from([0x80 | frame.opcode, frame.payload.length]), frame.payload]))
      if (frame.opcode === CLOSE) return void socket.end()
    }
  })
}

/** RFC 6455, 1.3. */
const PROTOCOL_GUID = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11'
const CLOSE = 8
const MASK_BYTES = 4

/** The first whole frame; a visitor of the lab sends short, masked, unfragmented ones (RFC 6455, 5.2). */
function readFrame(bytes: Buffer): { readonly opcode: number; readonly payload: Buffer; readonly size: number } | null {
  const [first = 0, second = 0] = bytes
  const length = second & 0x7f
  if (length > 125) throw new Error('the lab reads no frame longer than 125 bytes')
  const start = 2 + MASK_BYTES
  if (bytes.length < start + length) return null
  const mask = bytes.subarray(2, start)
  const payload = bytes.subarray(start, start + length).map((byte, index) => byte ^ (mask[index % MASK_BYTES] ?? 0))
  return { opcode: first & 0x0f, payload: Buffer.from(payload), size: start + length }
}
