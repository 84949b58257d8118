import { expect, test } from 'vitest'
import { refusing } from '../../evidence/fake-session.ts'
import {
  answerExtra,
  failed,
  finished,
  received,
  requestTo,
  sentExtra,
  willBeSent,
} from '../../evidence/network-events.ts'
import { recordedRequests as recording } from '../../evidence/recorded-requests.ts'

/** What comes late: bodies that have to be fetched, and the end of a page. */

const PIXEL = 'https://tracker.example/collect'

test('a body that came with the request is kept', () => {
  const seen = recording()
  const postDataEntries = ['ev=', 'lead'].map((part) => ({ bytes: Buffer.from(part).toString('base64') }))
  const request = requestTo(PIXEL, { method: 'POST', hasPostData: true, postDataEntries })
  seen.tell('Network.requestWillBeSent', willBeSent('1', PIXEL, { request }))
  seen.flush()
  expect(seen.facts()).toMatchObject([{ method: 'POST', bodySha256: 'body-1' }])
  expect(seen.kept.get('body-1')).toBe('ev=lead')
})

const POST = requestTo(PIXEL, { method: 'POST', hasPostData: true })

test('a body too large to come along is fetched, and the request waits for it', async () => {
  const body = Promise.withResolvers<unknown>()
  const seen = recording({ 'Network.getRequestPostData': () => body.promise })
  seen.tell('Network.requestWillBeSent', willBeSent('1', PIXEL, { request: POST }))
  seen.tell('Network.responseReceived', received('1', PIXEL, { hasExtraInfo: false }))
  seen.tell('Network.loadingFinished', finished('1'))
  expect(seen.facts()).toEqual([])
  body.resolve({ postData: 'ev=purchase' })
  await expect.poll(seen.facts).toMatchObject([{ bodySha256: 'body-1' }])
  expect(seen.kept.get('body-1')).toBe('ev=purchase')
  expect(seen.sent).toEqual([{ method: 'Network.getRequestPostData', params: { requestId: '1' } }])
})

for (const [name, body, kept] of [
  [
    'that is no text is kept byte for byte',
    { postData: 'AP+AAQ==', base64Encoded: true },
    Buffer.from([0, 255, 128, 1]),
  ],
  ['that looks like base64 but is text stays as it is', { postData: 'AP+AAQ==', base64Encoded: false }, 'AP+AAQ=='],
] as const)
  test(`a body ${name}`, async () => {
    const seen = recording({ 'Network.getRequestPostData': () => body })
    seen.tell('Network.requestWillBeSent', willBeSent('1', PIXEL, { request: POST }))
    await expect.poll(() => seen.kept.get('body-1')).toBe(String(kept))
  })

test('a body of no bytes is none', async () => {
  const seen = recording({ 'Network.getRequestPostData': () => ({ postData: '', base64Encoded: false }) })
  seen.tell('Network.requestWillBeSent', willBeSent('1', PIXEL, { request: POST }))
  seen.tell('Network.responseReceived', received('1', PIXEL, { hasExtraInfo: false }))
  seen.tell('Network.loadingFinished', finished('1'))
  await expect.poll(seen.facts).toMatchObject([{ bodySha256: null }])
  expect(seen.kept.size).toBe(0)
})

test('a body of no bytes that comes along is none', () => {
  const seen = recording()
  const request = requestTo(PIXEL, { method: 'POST', hasPostData: true, postDataEntries: [{ bytes: '' }] })
  seen.tell('Network.requestWillBeSent', willBeSent('1', PIXEL, { request }))
  seen.flush()
  expect(seen.facts()).toMatchObject([{ bodySha256: null }])
})

test('a body nobody can read is a gap, and the request is told without it', async () => {
  const seen = recording({ 'Network.getRequestPostData': refusing('No post data available for the request') })
  seen.tell('Network.requestWillBeSent', willBeSent('1', PIXEL, { request: POST }))
  seen.tell('Network.responseReceived', received('1', PIXEL, { hasExtraInfo: false }))
  seen.tell('Network.loadingFinished', finished('1'))
  await expect.poll(seen.facts).toMatchObject([{ bodySha256: null, fate: 'answered' }])
  expect(seen.gaps).toMatchObject([
    { kind: 'body-dropped', blinds: ['canary-seen'], reason: expect.stringContaining(PIXEL) },
  ])
})

test('what is still open when a page ends has until the end of the next one to be told whole', () => {
  const seen = recording()
  seen.tell('Network.requestWillBeSent', willBeSent('1', PIXEL))
  seen.flush(false)
  expect(seen.facts()).toEqual([])
  seen.witness('1', PIXEL, { responseStatusCode: 204, responseHeaders: [{ name: 'via', value: 'x' }] })
  seen.flush(false)
  expect(seen.facts()).toMatchObject([{ fate: 'answered', status: 204, responseHeaders: { via: 'x' } }])
})

test('what nobody told the end of is written when the next page ends', () => {
  const seen = recording()
  seen.tell('Network.requestWillBeSent', willBeSent('1', PIXEL))
  seen.flush(false)
  seen.flush(false)
  expect(seen.facts()).toMatchObject([{ fate: 'attempted' }])
})

test('an answer whose body is still coming is written with the page it belongs to', () => {
  const seen = recording()
  seen.tell('Network.requestWillBeSent', willBeSent('1', PIXEL))
  seen.tell('Network.responseReceived', received('1', PIXEL))
  seen.flush(false)
  expect(seen.facts()).toMatchObject([{ fate: 'answered' }])
})

test('what a page that was left still sends is its last word', () => {
  const seen = recording()
  seen.tell('Network.requestWillBeSent', willBeSent('1', PIXEL, { loaderId: 'L1' }))
  seen.flush(false)
  seen.tell('Network.requestWillBeSent', willBeSent('2', PIXEL, { loaderId: 'L1' }))
  seen.tell('Network.requestWillBeSent', willBeSent('3', PIXEL, { loaderId: 'L2' }))
  seen.flush()
  expect(seen.written.map(({ isLastWord }) => isLastWord)).toEqual([false, true, false])
})

test('what a worker sends belongs to its own moment, though it has no loader like the worker before it', () => {
  const seen = recording()
  seen.tell('Network.requestWillBeSent', willBeSent('1', PIXEL, { loaderId: '' }))
  seen.flush(false)
  seen.tell('Network.requestWillBeSent', willBeSent('2', PIXEL, { loaderId: '' }))
  seen.flush()
  expect(seen.written.map(({ isLastWord }) => isLastWord)).toEqual([false, false])
})

for (const [name, tellsAborted, isEarly] of [
  ['that its page calls aborted', true, false],
  ['of which its page says nothing', false, false],
  ['that the browser told of before its page did', true, true],
] as const)
  test(`a request that was held back ${name} is told as held back`, () => {
    const seen = recording()
    const holdBack = () => seen.witness('1', PIXEL, { responseErrorReason: 'BlockedByClient' })
    if (isEarly) holdBack()
    seen.tell('Network.requestWillBeSent', willBeSent('1', PIXEL, { type: 'Ping' }))
    if (!isEarly) holdBack()
    if (tellsAborted)
      seen.tell('Network.loadingFailed', failed('1', { type: 'Ping', errorText: 'net::ERR_ABORTED', canceled: true }))
    seen.flush()
    expect(seen.facts()).toMatchObject([{ fate: 'blocked', failure: 'held-back' }])
  })

test('a beacon whose answer was told before it was called off is answered', () => {
  const seen = recording()
  seen.tell('Network.requestWillBeSent', willBeSent('1', PIXEL, { type: 'Ping' }))
  seen.tell('Network.responseReceivedExtraInfo', answerExtra('1', {}))
  seen.tell('Network.loadingFailed', failed('1', { type: 'Ping', errorText: 'net::ERR_ABORTED', canceled: true }))
  expect(seen.facts()).toMatchObject([{ fate: 'answered', failure: null }])
})

for (const [name, afterwards, fate, failure] of [
  ['goes out all the same is sent', ['sent'], 'sent', null],
  ['is answered, as its headers tell, is answered', ['sent', 'headers'], 'answered', null],
  ['is answered, as the browser process tells, is answered', ['witness'], 'answered', null],
  ['was not heard of again has failed', [], 'failed', 'net::ERR_ABORTED'],
] as const)
  test(`a beacon that was called off with its page and ${name}`, () => {
    const seen = recording()
    const means = {
      sent: () => seen.tell('Network.requestWillBeSentExtraInfo', sentExtra('1', { cookie: 'a=1' })),
      headers: () => seen.tell('Network.responseReceivedExtraInfo', answerExtra('1', {})),
      witness: () => seen.witness('1', PIXEL, { responseStatusCode: 204 }),
    }
    seen.tell('Network.requestWillBeSent', willBeSent('1', PIXEL, { type: 'Ping' }))
    seen.tell('Network.loadingFailed', failed('1', { type: 'Ping', errorText: 'net::ERR_ABORTED', canceled: true }))
    for (const how of afterwards) means[how]()
    seen.flush()
    expect(seen.facts()).toMatchObject([{ fate, failure }])
  })

test('a fetch the page deferred is told by the browser process: that it went, and what was answered', () => {
  const seen = recording()
  const id = '89CAED54690731CF140FCF960022EC94'
  seen.tell(
    'Network.requestWillBeSent',
    willBeSent(id, PIXEL, { type: 'Fetch', request: requestTo(PIXEL, { method: 'POST' }) }),
  )
  const unnamed = { networkId: undefined } as never
  seen.witness('7', PIXEL, unnamed)
  seen.witness('7', PIXEL, { responseStatusCode: 204, ...(unnamed as object) })
  seen.flush()
  expect(seen.facts()).toMatchObject([{ requestId: id, fate: 'answered', status: 204 }])
})
