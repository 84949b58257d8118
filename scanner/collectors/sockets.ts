import type { Protocol } from 'puppeteer-core'
import type { SocketFact, TargetRef } from '../model.ts'
import type { Collector, Pen, RecordedTarget, Recording, Ticket } from './collector.ts'
import { initiatorOf } from './initiator.ts'

/**
 * WebSockets and WebTransports of every target: opened by whom, how many frames each way, and how they began. What goes
 * out is shown to the pen frame by frame, whole; only first bytes are stored.
 */
export const sockets: Collector = {
  id: 'sockets',
  sees: ['socket'],
  begin: (pen) => new SocketRecording(pen),
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] }

interface OpenSocket {
  readonly ticket: Ticket
  readonly fact: Mutable<SocketFact>
  /** How many times a step has ended or begun while it was open: from the second on, its page has been left. */
  ends: number
}

class SocketRecording implements Recording {
  readonly #pen: Pen
  readonly #open = new Map<string, OpenSocket>()
  /** Told as they stood; a worker that several pages share may speak on in the next step. */
  readonly #outliving = new Map<string, SocketFact>()

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
    session.on('Network.webSocketClosed', ({ requestId }) => this.#closed(requestId))
    session.on('Network.webTransportCreated', ({ transportId, url, initiator }) => {
      this.#opened(transportId, socketFact('webtransport', url, ref, initiator))
    })
    session.on('Network.webTransportConnectionEstablished', ({ transportId }) => this.#sessionOpened(transportId))
    session.on('Network.webTransportClosed', ({ transportId }) => this.#closed(transportId))
  }

  /** A socket ends with its page, which speaks until the next one is there; what was not told as closed is told then. */
  flush(isLast: boolean): void {
    for (const [id, open] of this.#open) {
      if (isLast || isLeft(open) || outlivesPages(open.fact)) this.#write(id)
      open.ends++
    }
  }

  #opened(id: string, fact: SocketFact): void {
    this.#open.set(id, { ticket: this.#pen.stamp(), fact, ends: 0 })
  }

  #established(id: string): void {
    const socket = this.#open.get(id)
    if (socket) socket.fact.isEstablished = true
  }

  #sessionOpened(id: string): void {
    this.#established(id)
    const url = this.#open.get(id)?.fact.url
    if (url !== undefined)
      this.#pen.gap('not-recorded', ['canary-seen'], `what went through ${url} is not told: ${WITHOUT_FRAMES}`)
  }

  #frame(id: string, way: 'sent' | 'received', { opcode, payloadData }: Protocol.Network.WebSocketFrame): void {
    const socket = this.#openOrAgain(id)
    if (!socket) return
    const { fact } = socket
    // Text frames (opcode 1) are told as text, all others as base64 (CDP Network.WebSocketFrame).
    const bytes = Buffer.from(payloadData, opcode === 1 ? 'utf8' : 'base64')
    const first = (): string => bytes.subarray(0, FIRST_BYTES).toString('base64')
    if (way === 'sent') {
      fact.framesSent = (fact.framesSent ?? 0) + 1
      fact.firstSent ??= first()
      this.#pen.sent(fact.url, bytes, this.#pen.stamp(isLeft(socket) ? 'last-words' : 'now'))
    } else {
      fact.framesReceived = (fact.framesReceived ?? 0) + 1
      fact.firstReceived ??= first()
    }
  }

  #openOrAgain(id: string): OpenSocket | undefined {
    const outliving = this.#outliving.get(id)
    if (outliving) {
      this.#outliving.delete(id)
      this.#opened(id, { ...outliving })
    }
    return this.#open.get(id)
  }

  #closed(id: string): void {
    this.#write(id)
    this.#outliving.delete(id)
  }

  #write(id: string): void {
    const socket = this.#open.get(id)
    this.#open.delete(id)
    if (!socket) return
    this.#pen.write(socket.fact, socket.ticket)
    const none = { framesSent: 0, framesReceived: 0, firstSent: null, firstReceived: null }
    if (outlivesPages(socket.fact)) this.#outliving.set(id, { ...socket.fact, ...none })
  }
}

function isLeft({ ends, fact }: OpenSocket): boolean {
  return ends >= 2 && !outlivesPages(fact)
}

function outlivesPages({ target }: SocketFact): boolean {
  return OUTLIVES_PAGES.has(target.type)
}

const OUTLIVES_PAGES: ReadonlySet<string> = new Set(['shared_worker', 'service_worker'])

const WITHOUT_FRAMES = 'the browser does not show what a WebTransport carries'

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
