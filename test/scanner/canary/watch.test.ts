import { createHash } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { canaryOf } from '../../../scanner/canary.ts'
import { watchFor, type CanarySeen } from '../../../scanner/canary/watch.ts'
import type { Draft } from '../../../scanner/collectors/collector.ts'

const canary = canaryOf('00ff', { run: 1, state: 'accepted' }, ['gclid'])
const { email, firstName } = canary
const gclid = canary.clickIds['gclid'] ?? ''
const sha256 = createHash('sha256').update(email).digest('hex')

type RequestDraft = Extract<Draft, { kind: 'request' }>

const PIXEL: RequestDraft = {
  kind: 'request',
  requestId: '1.1',
  url: 'https://ads.example/',
  method: 'GET',
  resourceType: 'image',
  fate: 'answered',
  status: 200,
  failure: null,
  fromCache: false,
  headers: {},
  responseHeaders: {},
  bodySha256: null,
  initiator: { type: 'script', url: null, line: null, stack: [] },
  target: { targetId: 'T', type: 'page', url: 'https://shop.example/' },
  frameId: null,
  redirectedFrom: null,
}
const { initiator, target } = PIXEL
const request = (url: string, given: Partial<RequestDraft> = {}): Draft => ({ ...PIXEL, url, ...given })

const cookie = (value: string, effect: 'set' | 'refused' = 'set'): Draft => ({
  kind: 'cookie-write',
  name: '_em',
  domain: '.shop.example',
  path: '/',
  partitionKey: null,
  lifetimeDays: 1,
  httpOnly: false,
  secure: true,
  sameSite: null,
  value,
  effect,
  setBy: 'script',
  refusedBecause: null,
  requestId: null,
  stack: [],
})

function saw(...drafts: readonly Draft[]): readonly CanarySeen[] {
  const watch = watchFor(canary)
  return drafts.flatMap((draft) => watch.see(draft))
}

const SEEN: CanarySeen = {
  what: 'email',
  clickId: null,
  encoding: 'plain',
  where: 'url',
  host: 'ads.example',
  requestId: '1.1',
  key: null,
}
const seen = (given: Partial<CanarySeen>): CanarySeen => ({ ...SEEN, ...given })

describe('a canary is told', () => {
  for (const [name, draft, ...expected] of [
    [
      'with the parameter it stands in',
      request(`https://ads.example/p?a=1&em=${sha256}&b=2`),
      { encoding: 'sha256-hex', key: 'em' },
    ],
    ['with no key in a path', request(`https://ads.example/u/${email}/pixel`), {}],
    [
      'with the header it stands in',
      request('https://ads.example/p', {
        headers: { Referer: `https://shop.example/?gclid=${gclid}`, ':path': `/${email}` },
      }),
      { what: 'click-id', clickId: 'gclid', where: 'header', key: 'referer' },
    ],
    [
      'in a cookie',
      cookie(encodeURIComponent(email)),
      { encoding: 'url', where: 'cookie', host: 'shop.example', key: '_em', requestId: null },
    ],
    [
      'in storage',
      {
        kind: 'storage-write',
        area: 'local',
        origin: 'https://shop.example',
        key: 'lead',
        effect: 'set',
        stack: [],
        value: `{"fn":"${firstName}"}`,
      },
      { what: 'first-name', where: 'storage', host: 'shop.example', key: 'lead', requestId: null },
    ],
    [
      'in a database, at the end of a step',
      {
        kind: 'storage',
        area: 'indexeddb',
        origin: 'https://shop.example',
        key: `leads/${email}`,
        entries: 1,
        value: '',
      },
      { where: 'storage', host: 'shop.example', key: `leads/${email}`, requestId: null },
    ],
    [
      'in the address of a socket',
      {
        kind: 'socket',
        protocol: 'websocket',
        url: `wss://chat.example/?u=${email}`,
        isEstablished: true,
        framesSent: 1,
        framesReceived: 0,
        firstSent: 'aGk=',
        firstReceived: null,
        initiator,
        target,
      },
      { where: 'socket', host: 'chat.example', requestId: null },
    ],
  ] as [string, Draft, ...Partial<CanarySeen>[]][])
    test(name, () => expect(saw(draft)).toEqual(expected.map(seen)))

  test('in a body, packed or not', () => {
    const watch = watchFor(canary)
    watch.kept('plain', Buffer.from(`email=${encodeURIComponent(email)}`))
    watch.kept('packed', gzipSync(`{"h":"${sha256}"}`))
    expect(watch.see(request('https://ads.example/', { bodySha256: 'plain', requestId: '1.2' }))).toEqual([
      seen({ encoding: 'url', where: 'body', requestId: '1.2' }),
    ])
    expect(watch.see(request('https://ads.example/', { bodySha256: 'packed', requestId: '1.3' }))).toEqual([
      seen({ encoding: 'sha256-hex', where: 'body', requestId: '1.3' }),
    ])
    expect(watch.see(request('https://ads.example/', { bodySha256: 'unknown' }))).toEqual([])
  })

  test('a body longer than is read says so', () => {
    const watch = watchFor(canary)
    expect(watch.kept('short', Buffer.alloc(1_048_576, 'x'))).toBe('whole')
    expect(watch.kept('long', Buffer.alloc(1_048_577, 'x'))).toBe('in part')
    expect(watch.kept('packed', gzipSync(Buffer.alloc(2_000_000, 'x')))).toBe('in part')
  })

  for (const [name, bytes, encoding] of [
    ['as text', Buffer.from(`42["lead",{"e":"${email}"}]`), 'plain'],
    ['packed', gzipSync(`{"h":"${sha256}"}`), 'sha256-hex'],
    ['packed, with more of it to come', gzipSync(`{"e":"${email}"}`).subarray(0, -8), 'plain'],
  ] as const)
    test(`in what went out over a socket ${name}, once`, () => {
      const watch = watchFor(canary)
      const found = ['wss://chat.example/', 'wss://chat.example/'].flatMap((url) => [
        ...watch.sent(url, Buffer.from('hello')),
        ...watch.sent(url, bytes),
      ])
      expect(found).toEqual([seen({ encoding, where: 'socket', host: 'chat.example', requestId: null })])
    })

  test('once for each place, and for every request', () => {
    const pixel = (requestId: string): Draft => request(`https://ads.example/?em=${email}`, { requestId })
    expect(saw(cookie(email), cookie(email))).toHaveLength(1)
    expect(saw(pixel('1'), pixel('2'), pixel('2'))).toHaveLength(2)
  })
})

for (const [name, draft] of [
  ['a request that was blocked', request(`https://ads.example/?e=${email}`, { fate: 'blocked' })],
  ['an answer of the cache', request(`https://ads.example/?e=${email}`, { fromCache: true })],
  ['a cookie that was refused', cookie(email, 'refused')],
  ['an address of no server', request(`data:text/plain,${email}`)],
  ['what a server answered', request('https://ads.example/', { responseHeaders: { 'x-e': email } })],
] as const)
  test(`${name} carries nothing away`, () => expect(saw(draft)).toEqual([]))
