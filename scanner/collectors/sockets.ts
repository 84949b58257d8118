import type { Protocol } from 'puppeteer-core'
import type { SocketFact, TargetRef } from '../model.ts'
import type { Collector, Pen, RecordedTarget, Recording, Ticket } from './collector.ts'
import { initiatorOf } from './initiator.ts'

/** WebSockets and WebTransports of every target: opened by whom, how many frames each way, and how they began. */
export const sockets: Collector = {
  id: 'sockets',
  sees: ['socket'],
  begin: (pen) => new SocketRecording(pen),
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] }

interface OpenSocket {
  readonly ticket: Ticket
  readonly fact: Mutable<SocketFact>
}

class SocketRecording implements Recording {
  readonly #pen: Pen
  readonly #open = new Map<string, OpenSocket>()

  constructor(pen: Pen) {
    this.#pen = pen
  }

  attach({ session, ref }: RecordedTarget): void {
    session.on('Network.webSocketCreated', ({ requestId, url, initiator }) => {
      this.#opened(requestId, { ...socketFact('websocket', url, ref, initiator), framesSent: 0, framesReceived: 0 })
    })
    session.on('Network.webSocketHandshakeResponseReceived', ({ requestId }) => this.#established(requestId))
    session.on('Network.webSocketFrameSent', ({ requestId, response }) => this.#frame(requestId, 'sent', response))
    session.on('Network.webSocketFrameReceived', ({ requestId, response }) => {
      this.#frame(requestId, 'received', response)
    })
    session.on('Network.webSocketClosed', ({ requestId }) => this.#write(requestId))
    session.on('Network.webTransportCreated', ({ transportId, url, initiator }) => {
      this.#opened(transportId, socketFact('webtransport', url, ref, initiator))
    })
    session.on('Network.webTransportConnectionEstablished', ({ transportId }) => this.#established(transportId))
    session.on('Network.webTransportClosed', ({ transportId }) => this.#write(transportId))
  }

  /** A socket ends with its page; whatever was not told as closed by now is told as it stands. */
  flush(): void {
    for (const id of this.#open.keys()) this.#write(id)
  }

  #opened(id: string, fact: SocketFact): void {
    this.#open.set(id, { ticket: this.#pen.stamp(), fact })
  }

  #established(id: string): void {
    const socket = this.#open.get(id)
    if (socket) socket.fact.isEstablished = true
  }

  #frame(id: string, way: 'sent' | 'received', { opcode, payloadData }: Protocol.Network.WebSocketFrame): void {
    const fact = this.#open.get(id)?.fact
    if (!fact) return
    // Text frames (opcode 1) are told as text, all others as base64 (CDP Network.WebSocketFrame).
    const bytes = Buffer.from(payloadData, opcode === 1 ? 'utf8' : 'base64')
    const first = bytes.subarray(0, FIRST_BYTES).toString('base64')
    if (way === 'sent') {
      fact.framesSent = (fact.framesSent ?? 0) + 1
      fact.firstSent ??= first
    } else {
      fact.framesReceived = (fact.framesReceived ?? 0) + 1
      fact.firstReceived ??= first
    }
  }

  #write(id: string): void {
    const socket = this.#open.get(id)
    this.#open.delete(id)
    if (socket) this.#pen.write(socket.fact, socket.ticket)
  }
}

const FIRST_BYTES = 144

function socketFact(
  protocol: SocketFact['protocol'],
  url: string,
  target: TargetRef,
  initiator: Protocol.Network.Initiator | undefined,
): SocketFact {
  return {
    kind: 'socket',
    protocol,
    url,
    isEstablished: false,
    framesSent: null,
    framesReceived: null,
    firstSent: null,
    firstReceived: null,
    initiator: initiatorOf(initiator ?? { type: 'other' }),
    target,
  }
}
