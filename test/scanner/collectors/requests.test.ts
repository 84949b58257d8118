import { expect, test } from 'vitest'
import { requests } from '../../../scanner/collectors/requests.ts'
import { fakePen } from '../../evidence/fake-pen.ts'
import { fakeTarget, type FakeTarget } from '../../evidence/fake-target.ts'
import {
  answerExtra,
  failed,
  finished,
  received,
  requestTo,
  response,
  sentExtra,
  willBeSent,
} from '../../evidence/network-events.ts'
import { recordedRequests as recording } from '../../evidence/recorded-requests.ts'

const PIXEL = 'https://tracker.example/collect'
const NEXT = 'https://partner.example/sync'

/** The usual story of an answered request. */
function visit({ tell }: FakeTarget, id = '1', url = PIXEL): void {
  tell('Network.requestWillBeSent', willBeSent(id, url))
  tell('Network.requestWillBeSentExtraInfo', sentExtra(id, { cookie: 'uid=1' }))
  tell('Network.responseReceivedExtraInfo', answerExtra(id, { 'set-cookie': 'uid=1' }))
  tell('Network.responseReceived', received(id, url))
  tell('Network.loadingFinished', finished(id))
}

test('a request is stamped when it is sent and written when its answer has ended', () => {
  const seen = recording()
  seen.at(10)
  seen.tell('Network.requestWillBeSent', willBeSent('1', PIXEL))
  seen.at(20)
  seen.tell('Network.requestWillBeSentExtraInfo', sentExtra('1'))
  seen.tell('Network.responseReceivedExtraInfo', answerExtra('1'))
  seen.tell('Network.responseReceived', received('1', PIXEL))
  expect(seen.facts()).toEqual([])
  seen.at(30)
  seen.tell('Network.loadingFinished', finished('1'))
  expect(seen.moments('request')).toEqual([10])
})

test('an answered request carries what was really sent and received', () => {
  const seen = recording()
  visit(seen)
  expect(seen.facts()).toEqual([
    {
      kind: 'request',
      requestId: '1',
      url: PIXEL,
      method: 'GET',
      resourceType: 'fetch',
      fate: 'answered',
      status: 200,
      failure: null,
      fromCache: false,
      headers: { cookie: 'uid=1' },
      responseHeaders: { 'set-cookie': 'uid=1' },
      bodySha256: null,
      initiator: { type: 'script', url: null, line: null, stack: [] },
      target: { targetId: 'T-page', type: 'page', url: 'https://shop.example/' },
      frameId: 'F1',
      redirectedFrom: null,
    },
  ])
})

test('an address is kept with its fragment', () => {
  const seen = recording()
  seen.tell(
    'Network.requestWillBeSent',
    willBeSent('1', PIXEL, { request: requestTo(PIXEL, { urlFragment: '#paid' }) }),
  )
  seen.flush()
  expect(seen.facts()[0]?.url).toBe(`${PIXEL}#paid`)
})

type Event = 'headers' | 'begun' | 'answer-headers' | 'answer' | 'end'
for (const [name, order] of [
  ['in the usual order', ['begun', 'headers', 'answer-headers', 'answer', 'end']],
  ['with the headers told before the request', ['headers', 'begun', 'answer-headers', 'answer', 'end']],
  ['with the headers told after the answer', ['begun', 'answer', 'answer-headers', 'headers', 'end']],
  ['with the headers of the answer told last', ['begun', 'headers', 'answer', 'end', 'answer-headers']],
] satisfies [string, Event[]][])
  test(`a story is whole ${name}`, () => {
    const seen = recording()
    const tell: Record<Event, () => void> = {
      headers: () => seen.tell('Network.requestWillBeSentExtraInfo', sentExtra('1', { cookie: 'uid=1' })),
      begun: () => seen.tell('Network.requestWillBeSent', willBeSent('1', PIXEL)),
      'answer-headers': () => seen.tell('Network.responseReceivedExtraInfo', answerExtra('1', { via: 'x' })),
      answer: () => seen.tell('Network.responseReceived', received('1', PIXEL)),
      end: () => seen.tell('Network.loadingFinished', finished('1')),
    }
    for (const event of order) tell[event]()
    const wasWaiting = order.indexOf('headers') < order.indexOf('answer')
    expect(seen.facts()).toMatchObject([
      { fate: 'answered', responseHeaders: { via: 'x' }, ...(wasWaiting ? { headers: { cookie: 'uid=1' } } : {}) },
    ])
  })

test('each hop of a redirect chain is a fact of its own, with its own answer', () => {
  const seen = recording()
  seen.at(1)
  seen.tell('Network.requestWillBeSent', willBeSent('1', PIXEL))
  seen.tell('Network.requestWillBeSentExtraInfo', sentExtra('1', { cookie: 'uid=1' }))
  seen.tell(
    'Network.responseReceivedExtraInfo',
    answerExtra('1', { 'set-cookie': 'hop=0', location: NEXT }, { statusCode: 302 }),
  )
  seen.at(2)
  seen.tell('Network.requestWillBeSent', willBeSent('1', NEXT, { redirectResponse: response(PIXEL, { status: 302 }) }))
  seen.tell('Network.requestWillBeSentExtraInfo', sentExtra('1', { cookie: 'sync=2' }))
  seen.tell('Network.responseReceivedExtraInfo', answerExtra('1', { location: PIXEL }, { statusCode: 307 }))
  seen.at(3)
  seen.tell('Network.requestWillBeSent', willBeSent('1', PIXEL, { redirectResponse: response(NEXT, { status: 307 }) }))
  seen.tell('Network.requestWillBeSentExtraInfo', sentExtra('1', { cookie: 'uid=3' }))
  seen.tell('Network.responseReceivedExtraInfo', answerExtra('1', {}, { statusCode: 204 }))
  seen.tell('Network.responseReceived', received('1', PIXEL, { answer: { status: 204 } }))
  seen.tell('Network.loadingFinished', finished('1'))
  expect(
    seen
      .facts()
      .map(({ requestId, redirectedFrom, url, status, headers }) => [
        requestId,
        redirectedFrom,
        url,
        status,
        headers.cookie,
      ]),
  ).toEqual([
    ['1', null, PIXEL, 302, 'uid=1'],
    ['1#1', '1', NEXT, 307, 'sync=2'],
    ['1#2', '1#1', PIXEL, 204, 'uid=3'],
  ])
  expect(seen.facts()[0]?.responseHeaders['set-cookie']).toBe('hop=0')
  expect(seen.moments('request')).toEqual([1, 2, 3])
})

test('a hop waits for the headers of its answer, told after the next hop began', () => {
  const seen = recording()
  seen.tell('Network.requestWillBeSent', willBeSent('1', PIXEL))
  seen.tell('Network.requestWillBeSent', willBeSent('1', NEXT, { redirectResponse: response(PIXEL, { status: 302 }) }))
  seen.tell('Network.responseReceivedExtraInfo', answerExtra('1', { 'set-cookie': 'hop=0' }, { statusCode: 302 }))
  expect(seen.facts()).toMatchObject([{ requestId: '1', responseHeaders: { 'set-cookie': 'hop=0' } }])
})

test('a redirect the browser made by itself has no headers to wait for', () => {
  const seen = recording()
  seen.tell('Network.requestWillBeSent', willBeSent('1', 'http://tracker.example/'))
  const redirectResponse = response('http://tracker.example/', {
    status: 307,
    headers: { 'Non-Authoritative-Reason': 'HSTS' },
  })
  seen.tell('Network.requestWillBeSent', willBeSent('1', PIXEL, { redirectResponse, redirectHasExtraInfo: false }))
  expect(seen.facts()).toMatchObject([
    { requestId: '1', status: 307, responseHeaders: { 'Non-Authoritative-Reason': 'HSTS' } },
  ])
})

for (const [name, event, fate, failure] of [
  ['a connection that fails', {}, 'failed', 'net::ERR_CONNECTION_REFUSED'],
  ['a request the page took back', { errorText: 'net::ERR_ABORTED', canceled: true }, 'failed', 'net::ERR_ABORTED'],
  ['a content security policy', { errorText: '', blockedReason: 'csp' }, 'blocked', 'csp'],
  ['mixed content', { errorText: '', blockedReason: 'mixed-content' }, 'blocked', 'mixed-content'],
  [
    'a cross-origin refusal',
    {
      errorText: 'net::ERR_FAILED',
      corsErrorStatus: { corsError: 'MissingAllowOriginHeader', failedParameter: '' },
    },
    'blocked',
    'MissingAllowOriginHeader',
  ],
] as const)
  test(`${name} is told as ${fate}, with its reason`, () => {
    const seen = recording()
    seen.tell('Network.requestWillBeSent', willBeSent('1', PIXEL))
    seen.tell('Network.loadingFailed', failed('1', event))
    seen.flush()
    expect(seen.facts()).toMatchObject([{ fate, failure, status: null }])
  })

test('an answer that was hidden from the page keeps its status, which shows that it was fetched', () => {
  const seen = recording()
  seen.tell('Network.requestWillBeSent', willBeSent('1', PIXEL))
  seen.tell('Network.requestWillBeSentExtraInfo', sentExtra('1'))
  seen.tell('Network.responseReceivedExtraInfo', answerExtra('1', { 'set-cookie': 'uid=1' }))
  const corsErrorStatus = { corsError: 'MissingAllowOriginHeader', failedParameter: '' } as const
  seen.tell('Network.loadingFailed', failed('1', { corsErrorStatus }))
  expect(seen.facts()).toMatchObject([{ fate: 'blocked', status: 200, responseHeaders: { 'set-cookie': 'uid=1' } }])
})

test('an answer whose body was cut short was an answer', () => {
  const seen = recording()
  seen.tell('Network.requestWillBeSent', willBeSent('1', PIXEL))
  seen.tell('Network.responseReceived', received('1', PIXEL))
  seen.tell('Network.loadingFailed', failed('1', { errorText: 'net::ERR_ABORTED' }))
  expect(seen.facts()).toMatchObject([{ fate: 'answered', status: 200, failure: 'net::ERR_ABORTED' }])
})

for (const [name, story, fate] of [
  ['never left', [], 'attempted'],
  ['was never answered', ['headers'], 'sent'],
  ['whose body never ends', ['headers', 'answer'], 'answered'],
] as const)
  test(`a request that ${name} is written by the flush, as ${fate}`, () => {
    const seen = recording()
    seen.tell('Network.requestWillBeSent', willBeSent('1', PIXEL))
    if (story.some((part) => part === 'headers')) seen.tell('Network.requestWillBeSentExtraInfo', sentExtra('1'))
    if (story.some((part) => part === 'answer')) seen.tell('Network.responseReceived', received('1', PIXEL))
    expect(seen.facts()).toEqual([])
    seen.flush()
    expect(seen.facts()).toMatchObject([{ fate }])
  })

test('what a flush has written is not written again by the rest of its story', () => {
  const seen = recording()
  seen.tell('Network.requestWillBeSent', willBeSent('1', PIXEL))
  seen.flush()
  seen.tell('Network.responseReceivedExtraInfo', answerExtra('1'))
  seen.tell('Network.responseReceived', received('1', PIXEL))
  seen.tell('Network.loadingFinished', finished('1'))
  seen.flush()
  expect(seen.facts()).toHaveLength(1)
})

test('a flush in the middle of a redirect chain does not number its hops anew', () => {
  const seen = recording()
  seen.tell('Network.requestWillBeSent', willBeSent('1', PIXEL))
  seen.flush()
  seen.tell('Network.requestWillBeSent', willBeSent('1', NEXT, { redirectResponse: response(PIXEL, { status: 302 }) }))
  seen.flush()
  seen.tell('Network.requestWillBeSent', willBeSent('1', PIXEL, { redirectResponse: response(NEXT, { status: 302 }) }))
  seen.flush()
  expect(seen.facts().map(({ requestId }) => requestId)).toEqual(['1', '1#1', '1#2'])
})

for (const [name, answer] of [
  ['the disk cache', { fromDiskCache: true }],
  ['the prefetch cache', { fromPrefetchCache: true }],
  ['a service worker', { fromServiceWorker: true, serviceWorkerResponseSource: 'fallback-code' }],
] as const)
  test(`an answer out of ${name} never left the machine`, () => {
    const seen = recording()
    seen.tell('Network.requestWillBeSent', willBeSent('1', PIXEL))
    seen.tell('Network.responseReceived', received('1', PIXEL, { answer, hasExtraInfo: false }))
    seen.tell('Network.loadingFinished', finished('1'))
    expect(seen.facts()).toMatchObject([{ fate: 'answered', fromCache: true }])
  })

test('what a service worker passed on left the machine', () => {
  const seen = recording()
  const answer = { fromServiceWorker: true, serviceWorkerResponseSource: 'network' } as const
  seen.tell('Network.requestWillBeSent', willBeSent('1', PIXEL))
  seen.tell('Network.responseReceived', received('1', PIXEL, { answer, hasExtraInfo: false }))
  seen.tell('Network.loadingFinished', finished('1'))
  expect(seen.facts()).toMatchObject([{ fate: 'answered', fromCache: false }])
})

for (const url of ['data:image/gif;base64,R0lGOD', 'blob:https://shop.example/7f3a'])
  test(`${url.slice(0, 5)} addresses are no requests`, () => {
    const seen = recording()
    visit(seen, '1', url)
    seen.flush()
    expect(seen.facts()).toEqual([])
  })

test('a frame’s document begins in the session of its parent and ends in its own', () => {
  const pen = fakePen()
  const [page, frame] = [fakeTarget(), fakeTarget({ type: 'iframe', url: 'https://partner.example/frame' })]
  const recorded = requests.begin(pen.pen)
  for (const { target } of [page, frame]) recorded.attach(target)
  page.tell('Network.requestWillBeSent', willBeSent('1', NEXT, { type: 'Document' }))
  page.tell('Network.requestWillBeSentExtraInfo', sentExtra('1'))
  page.tell('Network.responseReceivedExtraInfo', answerExtra('1'))
  frame.tell('Network.responseReceived', received('1', NEXT, { type: 'Document' }))
  frame.tell('Network.loadingFinished', finished('1'))
  expect(pen.drafts('request')).toMatchObject([{ fate: 'answered', resourceType: 'document' }])
})

test('a request of a worker names the worker', () => {
  const pen = fakePen()
  const worker = fakeTarget({ type: 'service_worker', url: 'https://shop.example/sw.js' })
  requests.begin(pen.pen).attach(worker.target)
  const { frameId: _, ...event } = willBeSent('w1', PIXEL)
  worker.tell('Network.requestWillBeSent', event)
  worker.tell('Network.loadingFailed', failed('w1'))
  expect(pen.drafts('request')).toMatchObject([
    { frameId: null, target: { type: 'service_worker', url: 'https://shop.example/sw.js' } },
  ])
})
