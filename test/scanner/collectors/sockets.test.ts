import { expect, test } from 'vitest'
import { sockets } from '../../../scanner/collectors/sockets.ts'
import { fakePen } from '../../evidence/fake-pen.ts'
import { fakeTarget } from '../../evidence/fake-target.ts'

const URL = 'wss://chat.example/live'

function recording(type = 'page') {
  const written = fakePen()
  const page = fakeTarget({ type })
  const started = sockets.begin(written.pen)
  started.attach(page.target)
  const frame = (way: 'Sent' | 'Received', payloadData: string, opcode = 1): void =>
    page.tell(`Network.webSocketFrame${way}`, {
      requestId: 's1',
      timestamp: 0,
      response: { opcode, mask: true, payloadData },
    })
  return { ...written, ...page, frame, flush: (isLast = false) => started.flush?.(isLast) }
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

test('every frame that goes out is looked through, whole, and none that comes in', () => {
  const seen = recording()
  seen.tell('Network.webSocketCreated', { requestId: 's1', url: URL })
  seen.frame('Sent', 'hello')
  seen.frame('Received', 'in')
  seen.frame('Sent', Buffer.from(`${'x'.repeat(500)} the end`).toString('base64'), 2)
  expect(seen.overSockets).toEqual([`${URL} hello`, `${URL} ${'x'.repeat(500)} the end`])
})

test('what a page says on being left is counted with what it said before', () => {
  const seen = recording()
  seen.tell('Network.webSocketCreated', { requestId: 's1', url: URL })
  seen.frame('Sent', 'here')
  seen.flush()
  seen.frame('Sent', 'leaving')
  seen.flush()
  seen.frame('Sent', 'left')
  seen.flush()
  expect(seen.drafts('socket')).toMatchObject([{ framesSent: 3 }])
  expect(seen.overSockets).toEqual([`${URL} here`, `${URL} leaving`, `${URL} left (left)`])
})

for (const [type, steps] of [
  ['shared_worker', [2, 1]],
  ['service_worker', [2, 1]],
  ['page', [2]],
] as const)
  test(`a socket of a ${type} is told ${steps.length === 1 ? 'once' : 'again for each step it speaks in'}`, () => {
    const seen = recording(type)
    seen.at(7)
    seen.tell('Network.webSocketCreated', { requestId: 's1', url: URL })
    seen.frame('Sent', 'one')
    seen.frame('Sent', 'two')
    for (let end = 0; end < 3; end++) seen.flush()
    seen.at(90)
    seen.frame('Sent', 'three')
    seen.flush(true)
    expect(seen.drafts('socket').map(({ framesSent }) => framesSent)).toEqual(steps)
    expect(seen.moments('socket')).toEqual([7, 90].slice(0, steps.length))
  })

test('a socket that is still open when its page was left is told as it stands, once', () => {
  const seen = recording()
  seen.at(7)
  seen.tell('Network.webSocketCreated', { requestId: 's1', url: URL })
  seen.at(90)
  seen.flush()
  seen.flush()
  expect(seen.drafts('socket')).toEqual([])
  seen.flush()
  seen.tell('Network.webSocketClosed', { requestId: 's1', timestamp: 1 })
  expect(seen.drafts('socket')).toMatchObject([{ isEstablished: false, framesSent: 0, framesReceived: 0 }])
  expect(seen.moments('socket')).toEqual([7])
})

test('a WebTransport is told without frames, and that what it carries is not shown is a gap', () => {
  const seen = recording()
  const initiator = {
    type: 'script' as const,
    stack: {
      callFrames: [
        { functionName: '', scriptId: '4', url: 'https://chat.example/c.js', lineNumber: 3, columnNumber: 9 },
      ],
    },
  }
  seen.tell('Network.webTransportCreated', {
    transportId: 't1',
    url: 'https://chat.example/wt',
    timestamp: 0,
    initiator,
  })
  expect(seen.gaps).toEqual([])
  seen.tell('Network.webTransportConnectionEstablished', { transportId: 't1', timestamp: 0 })
  seen.tell('Network.webTransportClosed', { transportId: 't1', timestamp: 0 })
  expect(seen.drafts('socket')).toMatchObject([
    {
      protocol: 'webtransport',
      url: 'https://chat.example/wt',
      isEstablished: true,
      framesSent: null,
      framesReceived: null,
      initiator: { type: 'script', url: 'https://chat.example/c.js', line: 4 },
    },
  ])
  expect(seen.gaps).toMatchObject([{ kind: 'not-recorded', blinds: ['canary-seen'] }])
})

test('a WebTransport that failed carried nothing, and leaves no gap', () => {
  const seen = recording('worker')
  seen.tell('Network.webTransportCreated', { transportId: 't1', url: 'https://chat.example/wt', timestamp: 0 })
  seen.tell('Network.webTransportClosed', { transportId: 't1', timestamp: 0 })
  expect(seen.drafts('socket')).toMatchObject([{ isEstablished: false, target: { type: 'worker' } }])
  expect(seen.gaps).toEqual([])
})

test('only the first bytes of a long frame are kept', () => {
  const seen = recording()
  seen.tell('Network.webSocketCreated', { requestId: 's1', url: URL })
  seen.frame('Sent', 'x'.repeat(100_000))
  seen.flush(true)
  expect(seen.drafts('socket')[0]?.firstSent).toHaveLength(192)
})

test('frames of a socket that was never told as opened are borne', () => {
  const seen = recording()
  seen.frame('Received', 'x')
  seen.flush(true)
  expect(seen.written).toEqual([])
})
