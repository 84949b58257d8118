import { expect, test } from 'vitest'
import { causeGraph } from '../../../scanner/causes/cause-graph.ts'
import type { Initiator, Observation } from '../../../scanner/model.ts'
import {
  apiCall,
  canarySeen,
  cookie as kept,
  cookieWrite,
  request,
  socket,
  storage,
  storageWrite,
} from '../../evidence/observations.ts'

const PAGE = 'https://shop.example/'
const GTM = 'https://www.googletagmanager.com/gtm.js?id=GTM-ABC123'
const TAG = 'https://tags.example/tag.js'
const PIXEL = 'https://tags.example/pixel'

const frame = (url: string, line = 1) => ({ function: 'f', url, line, column: 1 })
const called = (...urls: readonly string[]): Initiator => {
  return { type: 'script', url: urls[0] ?? null, line: 7, stack: urls.map((url) => frame(url, 7)) }
}
const named = (url: string): Initiator => ({ type: 'parser', url, line: 3, stack: [] })

const page = request({ id: 'page', url: PAGE, resourceType: 'document', requestId: '1', at: 1 })
const container = request({
  id: 'gtm',
  url: GTM,
  resourceType: 'script',
  requestId: '2',
  at: 2,
  initiator: named(PAGE),
})
const tag = request({ id: 'tag', url: TAG, resourceType: 'script', requestId: '3', at: 3, initiator: called(GTM) })
const pixel = request({ id: 'pixel', url: PIXEL, resourceType: 'image', requestId: '4', at: 4, initiator: called(TAG) })
const cookie = cookieWrite({ id: 'cookie', name: 'uid', setBy: 'http', requestId: '4', at: 5 })
const SITE = [cookie, pixel, tag, container, page]

const behind = (id: string, seen: readonly Observation[]): readonly string[] =>
  causeGraph(seen)
    .behind(id)
    .map(({ cause, how, line }) => `${how} ${cause.name} ${line}`)

test('container, tag, script, request and cookie are one chain up to the page', () => {
  const chain = causeGraph(SITE).chain('cookie')
  expect(chain.map(({ cause: { id, kind, name } }) => [id, kind, name])).toEqual([
    ['pixel', 'request', PIXEL],
    ['tag', 'script', TAG],
    ['gtm', 'container', 'GTM-ABC123'],
    ['page', 'document', PAGE],
  ])
})

test('what something led to is told in the order of time, with the way it did', () => {
  const later = request({ id: 'later', url: 'https://z.example/', at: 9, initiator: called(TAG) })
  const ahead = causeGraph([later, ...SITE]).ahead('tag')
  expect(ahead.map(({ effect, how }) => [effect.id, how])).toEqual([
    ['pixel', 'called'],
    ['later', 'called'],
  ])
})

for (const [name, seen, expected] of [
  ['a script named in the page has its line', container, [`named ${PAGE} 3`]],
  ['a cookie is set by the answer that carried it', cookie, [`answered ${PIXEL} null`]],
  [
    'a cookie of a script has all of its callers, nearest first',
    cookieWrite({ id: 'c', setBy: 'script', stack: [frame(TAG, 2), frame(TAG, 9), frame(PAGE, 4)], at: 8 }),
    [`called ${TAG} 2`, `called ${PAGE} 4`],
  ],
  ['a storage write', storageWrite({ id: 's', stack: [frame(GTM, 5)], at: 8 }), ['called GTM-ABC123 5']],
  ['a read of the device', apiCall({ id: 'a', stack: [frame(TAG, 6)], at: 8 }), [`called ${TAG} 6`]],
  ['a value of ours in a request', canarySeen({ id: 'v', requestId: '4', at: 8 }), [`carried ${PIXEL} null`]],
  ['a socket', socket({ id: 'w', initiator: called(TAG), at: 8 }), [`called ${TAG} 7`]],
  [
    'code that nobody saw arriving is still a cause',
    storageWrite({ id: 'u', stack: [frame('https://unseen.example/x.js')], at: 8 }),
    ['called https://unseen.example/x.js 1'],
  ],
] as const)
  test(`directly behind it: ${name}`, () => expect(behind(seen.id, [seen, ...SITE])).toEqual(expected))

test('a redirect comes from the hop before, and still from who asked first', () => {
  const hop = request({ id: 'hop', url: 'https://x.example/', requestId: '4#1', redirectedFrom: '4', at: 5 })
  const asked = { ...hop, initiator: called(TAG) }
  expect(behind('hop', [asked, ...SITE])).toEqual([`redirected ${PIXEL} null`, `called ${TAG} 7`])
})

test('what a container put into the page is caused by the container, though it runs as code of the page', () => {
  const injected = request({ id: 'injected', url: 'https://x.example/', at: 8, initiator: called(PAGE, TAG, GTM) })
  const graph = causeGraph([injected, ...SITE])
  expect(graph.chain('injected').map(({ cause }) => cause.id)).toEqual(['gtm', 'page'])
  expect(graph.ahead('gtm').map(({ effect }) => effect.id)).toEqual(['tag', 'injected'])
  expect(graph.ahead('page').map(({ effect }) => effect.id)).toEqual(['gtm'])
})

test('what a step ended with leads to the last write of it before, and to no other item, visitor or deletion', () => {
  const writes = [
    cookieWrite({ id: 'c1', name: 'uid', at: 5 }),
    cookieWrite({ id: 'c2', name: 'uid', at: 6 }),
    cookieWrite({ id: 'elsewhere', name: 'uid', domain: '.else.example', at: 7 }),
    cookieWrite({ id: 'gone', name: 'uid', effect: 'deleted', at: 8 }),
    cookieWrite({ id: 'later', name: 'uid', at: 99 }),
    storageWrite({ id: 's1', at: 6 }),
    storageWrite({ id: 's2', area: 'session', at: 7 }),
    storageWrite({ id: 'other', run: 2, at: 8 }),
  ]
  const graph = causeGraph([...writes, kept({ id: 'kept', name: 'uid', at: 50 }), storage({ id: 'stored', at: 50 })])
  expect(['kept', 'stored'].flatMap((id) => graph.behind(id)).map(({ cause, how }) => [how, cause.id])).toEqual([
    ['kept', 'c2'],
    ['kept', 's1'],
  ])
})

test('of several loads of one address the last before it acted is the cause', () => {
  const again = request({ ...tag, id: 'tag-again', at: 20 })
  const first = storageWrite({ id: 'first', stack: [frame(TAG)], at: 10 })
  const second = storageWrite({ id: 'second', stack: [frame(TAG)], at: 30 })
  const graph = causeGraph([again, first, second, ...SITE])
  expect([graph.chain('first')[0]?.cause.id, graph.chain('second')[0]?.cause.id]).toEqual(['tag', 'tag-again'])
})

test('another visitor is another story', () => {
  const other = storageWrite({ id: 'other', run: 2, stack: [frame(TAG)], at: 8 })
  expect(
    causeGraph([other, ...SITE])
      .chain('other')
      .map(({ cause }) => [cause.name, cause.observation]),
  ).toEqual([[TAG, null]])
})

test('a circle of scripts ends', () => {
  const a = request({
    id: 'a',
    url: 'https://a.example/',
    resourceType: 'script',
    initiator: called('https://b.example/'),
  })
  const b = request({
    id: 'b',
    url: 'https://b.example/',
    resourceType: 'script',
    initiator: called('https://a.example/'),
  })
  expect(
    causeGraph([a, b])
      .chain('a')
      .map(({ cause }) => cause.id),
  ).toEqual(['b'])
})

test('what has no cause has none, and what is not there neither', () => {
  const graph = causeGraph(SITE)
  expect([graph.chain('page'), graph.behind('nowhere'), graph.node('nowhere'), graph.ahead('cookie')]).toEqual([
    [],
    [],
    null,
    [],
  ])
})
