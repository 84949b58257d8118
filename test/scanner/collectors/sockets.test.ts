import { expect, test } from 'vitest'
import { sockets } from '../../../scanner/collectors/sockets.ts'
import { fakePen } from '../../evidence/fake-pen.ts'
import { fakeTarget } from '../../evidence/fake-target.ts'

const URL = 'wss://chat.example/live'

function recording() {
  const written = fakePen()
  const page = fakeTarget()
  const started = sockets.begin(written.pen)
  started.attach(page.target)
  const frame = (way: 'Sent' | 'Received', payloadData: string, opcode = 1): void =>
    page.tell(`Network.webSocketFrame${way}`, {
      requestId: 's1',
      timestamp: 0,
      response: { opcode, mask: true, payloadData },
    })
  return { ...written, ...page, frame, flush: () => started.flush?.(false) }
}

test('a socket is told once it closes, with its frames counted and how each way began', () => {
  const seen = recording()
  seen.tell('Network.webSocketCreated', { requestId: 's1', url: URL, initiator: { type: 'script' } })
  seen.tell('Network.webSocketHandshakeResponseReceived', { requestId: 's1' } as never)
  seen.frame('Sent', 'hello')
  seen.frame('Sent', 'again')
  seen.frame('Received', Buffer.from([1, 2, 3]).toString('base64'), 2)
  expect(seen.drafts('socket')).toEqual([])
  seen.tell('Network.webSocketClosed', { requestId: 's1', timestamp: 1 })
  expect(seen.drafts('socket')).toMatchObject([
    {
      protocol: 'websocket',
      url: URL,
      isEstablished: true,
      framesSent: 2,
      framesReceived: 1,
      firstSent: Buffer.from('hello').toString('base64'),
      firstReceived: Buffer.from([1, 2, 3]).toString('base64'),
      initiator: { type: 'script' },
    },
  ])
})

test('a socket that is still open when the step ends is told as it stands, once', () => {
  const seen = recording()
  seen.at(7)
  seen.tell('Network.webSocketCreated', { requestId: 's1', url: URL })
  seen.at(90)
  seen.flush()
  seen.tell('Network.webSocketClosed', { requestId: 's1', timestamp: 1 })
  expect(seen.drafts('socket')).toMatchObject([{ isEstablished: false, framesSent: 0, framesReceived: 0 }])
  expect(seen.moments('socket')).toEqual([7])
})

test('a WebTransport is told without frames, which the browser does not tell', () => {
  const seen = recording()
  seen.tell('Network.webTransportCreated', { transportId: 't1', url: 'https://chat.example/wt', timestamp: 0 })
  seen.tell('Network.webTransportConnectionEstablished', { transportId: 't1', timestamp: 0 })
  seen.tell('Network.webTransportClosed', { transportId: 't1', timestamp: 0 })
  expect(seen.drafts('socket')).toMatchObject([
    { protocol: 'webtransport', isEstablished: true, framesSent: null, framesReceived: null },
  ])
})

test('only the first bytes of a long frame are kept', () => {
  const seen = recording()
  seen.tell('Network.webSocketCreated', { requestId: 's1', url: URL })
  seen.frame('Sent', 'x'.repeat(100_000))
  seen.flush()
  expect(seen.drafts('socket')[0]?.firstSent).toHaveLength(192)
})

test('frames of a socket that was never told as opened are borne', () => {
  const seen = recording()
  seen.frame('Received', 'x')
  seen.flush()
  expect(seen.written).toEqual([])
})
