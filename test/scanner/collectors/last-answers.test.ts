import type { Protocol } from 'puppeteer-core'
import { expect, test } from 'vitest'
import { cookies } from '../../../scanner/collectors/cookies.ts'
import { fakePen, type FakePen } from '../../evidence/fake-pen.ts'
import { fakeTarget, type FakeTarget } from '../../evidence/fake-target.ts'
import { jarCookie } from '../../evidence/jar-cookie.ts'
import { answerExtra, paused, willBeSent } from '../../evidence/network-events.ts'

const BEACON = 'https://tracker.example/leave'
const WORD = jarCookie({ name: 'word', value: '1', domain: 'tracker.example' })

interface Leaving extends FakePen, FakeTarget {
  /** The browser process sees a beacon leave, and its answer arrive. */
  beacon(given?: Partial<Protocol.Fetch.RequestPausedEvent>): void
  /** From now on this is in the jar. */
  jar(...held: readonly Protocol.Network.Cookie[]): void
  endStep(): Promise<void>
  endJourney(): Promise<void>
}

function leaving(): Leaving {
  let held: readonly Protocol.Network.Cookie[] = []
  const pen = fakePen()
  const target = fakeTarget({}, { 'Storage.getCookies': () => ({ cookies: held }) })
  const recorded = cookies.begin(pen.pen)
  recorded.attach(target.target)
  const view = { browser: target.session, browserContextId: 'C1', targets: [target.target] }
  return {
    ...pen,
    ...target,
    beacon: (given = {}) => {
      const { responseErrorReason, ...named } = given
      const { networkId: _, ...unnamed } = paused('1', BEACON)
      const end = responseErrorReason ? { responseErrorReason } : { responseStatusCode: 204 }
      for (const stage of [{}, end]) recorded.witness?.({ ...unnamed, ...named, ...stage }, view)
    },
    jar: (...jar) => void (held = jar),
    endStep: async () => {
      await recorded.snapshot?.(view)
      recorded.flush?.(false)
    },
    endJourney: async () => {
      // The jar is read as soon as the answer is there.
      await Promise.resolve().then(() => undefined)
      await new Promise(setImmediate)
      recorded.flush?.(true)
    },
  }
}

const told = (seen: Leaving): readonly unknown[] =>
  seen.drafts('cookie-write').map(({ name, setBy, requestId }) => [name, setBy, requestId])

test('a cookie that is in the jar once the answer is there came with it', async () => {
  const seen = leaving()
  seen.jar(WORD)
  seen.beacon()
  await seen.endStep()
  expect(told(seen)).toEqual([['word', 'http', 'interception-1']])
  expect(seen.written.find(({ draft }) => draft.kind === 'cookie-write')?.isLastWord).toBe(true)
})

test('it is told when no step follows', async () => {
  const seen = leaving()
  seen.jar(WORD)
  seen.beacon()
  await seen.endJourney()
  expect(told(seen)).toEqual([['word', 'http', 'interception-1']])
})

test('one that was known before did not come with it', async () => {
  const seen = leaving()
  seen.jar(WORD)
  await seen.endStep()
  seen.beacon()
  await seen.endStep()
  await seen.endJourney()
  expect(told(seen)).toEqual([['word', 'script', null]])
})

test('one of another domain did not come with it', async () => {
  const seen = leaving()
  seen.jar(jarCookie({ name: 'other', domain: 'shop.example' }))
  seen.beacon()
  await seen.endStep()
  expect(told(seen)).toEqual([['other', 'script', null]])
})

test('one that the headers of another answer tell is left to them', async () => {
  const seen = leaving()
  seen.jar(WORD)
  seen.beacon()
  seen.tell('Network.requestWillBeSent', willBeSent('7', BEACON))
  seen.tell('Network.responseReceivedExtraInfo', answerExtra('7', { 'set-cookie': 'word=1' }))
  await seen.endStep()
  expect(told(seen)).toEqual([['word', 'http', '7']])
})

test('headers without a beginning are those of the request the browser process saw', async () => {
  const seen = leaving()
  seen.beacon({ networkId: '9' })
  seen.tell('Network.responseReceivedExtraInfo', answerExtra('9', { 'set-cookie': 'word=1; Max-Age=60' }))
  await seen.endStep()
  expect(told(seen)).toEqual([['word', 'http', '9']])
})

test('a failure brings nothing, and the jar is not asked', async () => {
  const seen = leaving()
  seen.beacon({ responseErrorReason: 'Aborted' })
  await seen.endJourney()
  expect([told(seen), seen.sent.filter(({ method }) => method === 'Storage.getCookies')]).toEqual([[], []])
})
