import type { Protocol } from 'puppeteer-core'
import { expect, test } from 'vitest'
import { cookies } from '../../../scanner/collectors/cookies.ts'
import { fakePen, NOW, type FakePen } from '../../evidence/fake-pen.ts'
import { fakeSession } from '../../evidence/fake-session.ts'
import { fakeTarget, type FakeTarget } from '../../evidence/fake-target.ts'
import { jarCookie } from '../../evidence/jar-cookie.ts'
import { answerExtra, finished, response, willBeSent } from '../../evidence/network-events.ts'
import { inventoried } from '../../evidence/inventoried.ts'

const SHOP = 'https://www.shop.example/checkout'
const TRACKER = 'https://tracker.example/collect'

interface Recorded extends FakePen, FakeTarget {
  /** An answer from `url` with these `Set-Cookie` lines. */
  answer(url: string, lines: readonly string[], given?: Partial<Protocol.Network.ResponseReceivedExtraInfoEvent>): void
  /** The step ends with this in the jar. */
  endStep(...jar: readonly Protocol.Network.Cookie[]): Promise<void>
}

function recording(): Recorded {
  const pen = fakePen()
  const target = fakeTarget({ url: SHOP })
  const recorded = cookies.begin(pen.pen)
  recorded.attach(target.target)
  let count = 0
  return {
    ...pen,
    ...target,
    answer: (url, lines, given = {}) => {
      const id = `r${++count}`
      target.tell('Network.requestWillBeSent', willBeSent(id, url))
      target.tell('Network.responseReceivedExtraInfo', answerExtra(id, { 'Set-Cookie': lines.join('\n') }, given))
      target.tell('Network.loadingFinished', finished(id))
    },
    endStep: async (...jar) => {
      const { session } = fakeSession({ 'Storage.getCookies': () => ({ cookies: jar }) })
      await inventoried(recorded.snapshot?.({ browser: session, browserContextId: 'C1', targets: [target.target] }))
    },
  }
}

const STACK = [{ function: 'init', url: 'https://tracker.example/t.js', line: 1, column: 2 }]

test('a cookie of an answer is told with its request and the name of its host', () => {
  const seen = recording()
  seen.answer(TRACKER, ['uid=1; Max-Age=86400; Secure; SameSite=None'])
  expect(seen.drafts('cookie-write')).toEqual([
    {
      kind: 'cookie-write',
      name: 'uid',
      value: '1',
      domain: 'tracker.example',
      path: '/',
      partitionKey: null,
      lifetimeDays: 1,
      httpOnly: false,
      secure: true,
      sameSite: 'None',
      setBy: 'http',
      effect: 'set',
      refusedBecause: null,
      requestId: 'r1',
      stack: [],
    },
  ])
})

test('each line of an answer is a cookie', () => {
  const seen = recording()
  seen.answer(TRACKER, ['a=1', 'b=2; Domain=tracker.example', '; nothing', 'c=3'])
  expect(seen.drafts('cookie-write').map(({ name, domain }) => [name, domain])).toEqual([
    ['a', 'tracker.example'],
    ['b', '.tracker.example'],
    ['c', 'tracker.example'],
  ])
})

test('a cookie the browser refused says why, and the others of its answer do not', () => {
  const seen = recording()
  const blockedCookies = [
    { blockedReasons: ['SecureOnly', 'ThirdPartyPhaseout'] as const, cookieLine: 'b=2; Secure', cookie: jarCookie() },
  ].map(({ blockedReasons, ...each }) => ({ ...each, blockedReasons: [...blockedReasons] }))
  seen.answer(TRACKER, ['a=1', 'b=2; Secure'], { blockedCookies })
  expect(seen.drafts('cookie-write')).toMatchObject([
    { name: 'a', effect: 'set', refusedBecause: null },
    { name: 'b', effect: 'refused', refusedBecause: 'SecureOnly, ThirdPartyPhaseout' },
  ])
})

for (const past of [
  'Max-Age=0',
  'Expires=Thu, 01 Jan 1970 00:00:00 GMT',
  'Max-Age=-5; Expires=Thu, 31 Dec 2026 00:00:00 GMT',
])
  test(`a cookie with ${past} is deleted`, () => {
    const seen = recording()
    seen.answer(TRACKER, [`uid=; ${past}`])
    expect(seen.drafts('cookie-write')).toMatchObject([{ effect: 'deleted' }])
  })

test('a partitioned cookie names the site it is partitioned by', () => {
  const seen = recording()
  const cookiePartitionKey = { topLevelSite: 'https://shop.example', hasCrossSiteAncestor: true }
  seen.answer(TRACKER, ['a=1; Secure; Partitioned', 'b=2; Secure'], { cookiePartitionKey })
  expect(seen.drafts('cookie-write').map(({ partitionKey }) => partitionKey)).toEqual(['https://shop.example', null])
})

test('each hop of a redirect chain sets the cookies of its own host', () => {
  const seen = recording()
  seen.tell('Network.requestWillBeSent', willBeSent('1', TRACKER))
  seen.tell('Network.responseReceivedExtraInfo', answerExtra('1', { 'set-cookie': 'hop=0' }, { statusCode: 302 }))
  const redirectResponse = response(TRACKER, { status: 302 })
  seen.tell('Network.requestWillBeSent', willBeSent('1', 'https://partner.example/', { redirectResponse }))
  seen.tell('Network.responseReceivedExtraInfo', answerExtra('1', { 'set-cookie': 'hop=1' }))
  expect(seen.drafts('cookie-write').map(({ value, domain, requestId }) => [value, domain, requestId])).toEqual([
    ['0', 'tracker.example', '1'],
    ['1', 'partner.example', '1#1'],
  ])
})

test('an answer without cookies is nothing to tell', () => {
  const seen = recording()
  seen.tell('Network.requestWillBeSent', willBeSent('1', TRACKER))
  seen.tell('Network.responseReceivedExtraInfo', answerExtra('1', { 'content-type': 'image/gif' }))
  expect(seen.written).toEqual([])
})

test('a script’s write is told as the jar shows it, when it was made, with its stack', async () => {
  const seen = recording()
  seen.at(5)
  seen.call('document.cookie', ['_fbp=fb.1; max-age=7776000; path=/'], { stack: STACK })
  seen.at(99)
  await seen.endStep(
    jarCookie({ name: '_fbp', value: 'fb.1', domain: '.shop.example', expires: NOW / 1000 + 90 * 86_400 }),
  )
  expect(seen.drafts('cookie-write')).toEqual([
    {
      kind: 'cookie-write',
      name: '_fbp',
      value: 'fb.1',
      domain: '.shop.example',
      path: '/',
      partitionKey: null,
      lifetimeDays: 90,
      httpOnly: false,
      secure: false,
      sameSite: null,
      setBy: 'script',
      effect: 'set',
      refusedBecause: null,
      requestId: null,
      stack: STACK,
    },
  ])
  expect(seen.moments('cookie-write')).toEqual([5])
})

test('nothing of a script’s write is told before the jar was asked', () => {
  const seen = recording()
  seen.call('document.cookie', ['a=1'])
  expect(seen.written).toEqual([])
})

for (const [name, lines, jar, effects] of [
  ['kept is set', ['uid=1'], ['uid=1'], ['set']],
  ['overwritten by another was set all the same', ['uid=1', 'uid=2'], ['uid=2'], ['set', 'set']],
  ['overwritten by an answer was set all the same', ['uid=1'], ['uid=9'], ['set']],
  ['of a date long past deletes', ['uid=; expires=Thu, 01 Jan 1970 00:00:00 GMT'], [], ['deleted']],
  ['and taken back was set, then deleted', ['uid=1', 'uid=; max-age=0'], [], ['set', 'deleted']],
  ['for a domain that is not its own is refused', ['uid=1; domain=bank.example'], [], ['refused']],
] as const)
  test(`a script’s write ${name}`, async () => {
    const seen = recording()
    for (const line of lines) seen.call('document.cookie', [line])
    const inJar = jar.map((pair) => jarCookie({ name: 'uid', value: pair.slice(4), domain: 'www.shop.example' }))
    await seen.endStep(...inJar)
    const byScript = seen.drafts('cookie-write').slice(0, effects.length)
    expect(byScript.map(({ effect }) => effect)).toEqual(effects)
    expect(byScript.map(({ refusedBecause }) => refusedBecause !== null)).toEqual(
      effects.map((each) => each === 'refused'),
    )
  })

test('a cookie of the jar that only an answer may set is none the script wrote', async () => {
  const seen = recording()
  seen.call('document.cookie', ['other=1'], { stack: STACK })
  await seen.endStep(jarCookie({ name: 'other', domain: 'www.shop.example', httpOnly: true }))
  expect(seen.drafts('cookie-write').map(({ httpOnly, stack }) => [httpOnly, stack])).toContainEqual([true, []])
})

test('the cookie store’s write is told too', async () => {
  const seen = recording()
  seen.call('cookieStore.set', ['uid', '1'], { stack: STACK })
  await seen.endStep(jarCookie({ domain: 'www.shop.example' }))
  expect(seen.drafts('cookie-write')).toMatchObject([{ name: 'uid', effect: 'set', setBy: 'script', stack: STACK }])
})

for (const [name, call] of [
  ['reading storage', ['storage.setItem', ['uid', '1']]],
  ['an empty assignment', ['document.cookie', ['']]],
] as const)
  test(`${name} writes no cookie`, async () => {
    const seen = recording()
    seen.call(call[0], call[1])
    await seen.endStep()
    expect(seen.written).toEqual([])
  })

test('a write from a frame of no origin is refused, not lost', async () => {
  const seen = recording()
  seen.call('document.cookie', ['uid=1'], { origin: null })
  await seen.endStep()
  expect(seen.drafts('cookie-write')).toMatchObject([{ name: 'uid', effect: 'refused' }])
})

test('a script’s write that an answer wrote over is not told a second time by the jar', async () => {
  const seen = recording()
  seen.call('document.cookie', ['uid=1'])
  seen.answer(SHOP, ['uid=2'])
  await seen.endStep(jarCookie({ value: '2', domain: 'www.shop.example' }))
  expect(seen.drafts('cookie-write').map(({ setBy, value }) => [setBy, value])).toEqual([
    ['http', '2'],
    ['script', '1'],
  ])
})

test('what the cookie store wrote and deleted had the attributes it always gives', async () => {
  const seen = recording()
  seen.call('cookieStore.set', ['uid', '1'])
  seen.call('cookieStore.delete', ['uid'])
  await seen.endStep()
  expect(seen.drafts('cookie-write')[0]).toMatchObject({ effect: 'set', secure: true, sameSite: 'Strict', path: '/' })
})

test('a cookie nobody was seen to write is told by the jar, once for each value', async () => {
  const seen = recording()
  await seen.endStep(jarCookie({ value: '1' }))
  await seen.endStep(jarCookie({ value: '1' }))
  await seen.endStep(jarCookie({ value: '2' }))
  expect(seen.drafts('cookie-write').map(({ value, stack }) => [value, stack])).toEqual([
    ['1', []],
    ['2', []],
  ])
})

for (const [name, line, given] of [
  ['host-only', 'uid=1', { domain: 'tracker.example' }],
  ['for a whole domain', 'uid=1; Domain=tracker.example', { domain: '.tracker.example' }],
  ['of a path', 'uid=1; Path=/sub', { domain: 'tracker.example', path: '/sub' }],
] as const)
  test(`a cookie ${name} in the jar is the one its answer wrote`, async () => {
    const seen = recording()
    seen.answer(TRACKER, [line])
    await seen.endStep(jarCookie(given))
    expect(seen.drafts('cookie-write')).toHaveLength(1)
  })

test('a cookie that comes back after an answer deleted it is told again', async () => {
  const seen = recording()
  const cookie = jarCookie({ domain: 'tracker.example' })
  seen.answer(TRACKER, ['uid=1'])
  await seen.endStep(cookie)
  seen.answer(TRACKER, ['uid=; Max-Age=0'])
  await seen.endStep(cookie)
  expect(seen.drafts('cookie-write').map(({ setBy, effect }) => [setBy, effect])).toEqual([
    ['http', 'set'],
    ['http', 'deleted'],
    ['script', 'set'],
  ])
})

test('a refused cookie that is in the jar all the same is told by the jar', async () => {
  const seen = recording()
  const refused = { blockedReasons: ['UserPreferences' as const], cookieLine: 'uid=1', cookie: jarCookie() }
  seen.answer(TRACKER, ['uid=1'], { blockedCookies: [refused] })
  await seen.endStep(jarCookie({ domain: 'tracker.example' }))
  expect(seen.drafts('cookie-write').map(({ effect }) => effect)).toEqual(['refused', 'set'])
})

test('the whole jar is the inventory of the step', async () => {
  const seen = recording()
  await seen.endStep(jarCookie({ name: 'a' }), jarCookie({ name: 'b', domain: '.tracker.example' }))
  expect(seen.drafts('cookie').map(({ name, domain }) => [name, domain])).toEqual([
    ['a', 'shop.example'],
    ['b', '.tracker.example'],
  ])
})

test('the jar asked for is the visitor’s own', async () => {
  const browser = fakeSession({ 'Storage.getCookies': () => ({ cookies: [] }) })
  await inventoried(
    cookies.begin(fakePen().pen).snapshot?.({ browser: browser.session, browserContextId: 'C7', targets: [] }),
  )
  expect(browser.sent).toEqual([{ method: 'Storage.getCookies', params: { browserContextId: 'C7' } }])
})
