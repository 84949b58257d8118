import type { Protocol } from 'puppeteer-core'
import { expect, test } from 'vitest'
import { cookies } from '../../../scanner/collectors/cookies.ts'
import { fakePen, type FakePen } from '../../evidence/fake-pen.ts'
import { fakeTarget, type FakeTarget } from '../../evidence/fake-target.ts'
import { jarCookie } from '../../evidence/jar-cookie.ts'
import { answerExtra, paused, willBeSent } from '../../evidence/network-events.ts'
import { inventoried } from '../../evidence/inventoried.ts'

const BEACON = 'https://tracker.example/leave'
const WORD = jarCookie({ name: 'word', value: '1', domain: 'tracker.example' })

interface Leaving extends FakePen, FakeTarget {
  /** The browser process sees a beacon leave, and its answer arrive. */
  beacon(given?: Partial<Protocol.Fetch.RequestPausedEvent>): void
  /** From now on this is in the jar. */
  jar(...held: readonly Protocol.Network.Cookie[]): void
  endStep(): Promise<void>
  endJourney(): Promise<void>
  /** The last page has been left. */
  conclude(): Promise<void>
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
      await inventoried(recorded.snapshot?.(view))
      recorded.flush?.(false)
    },
    conclude: async () => await recorded.conclude?.(view),
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

test('one that came with the answer to a frame that is gone came with it, whatever name the network has for it', async () => {
  const seen = leaving()
  seen.jar(WORD)
  seen.beacon({ networkId: '9' })
  await seen.endStep()
  expect(told(seen)).toEqual([['word', 'http', '9']])
})

test('of several answers of one host the first after which it was there brought it', async () => {
  const seen = leaving()
  seen.jar(WORD)
  seen.beacon({ networkId: '8' })
  seen.beacon({ networkId: '9' })
  await seen.endStep()
  expect(told(seen)).toEqual([['word', 'http', '8']])
})

test('for what a session tells itself the jar is not asked', async () => {
  const seen = leaving()
  seen.tell('Network.requestWillBeSent', willBeSent('9', BEACON))
  seen.beacon({ networkId: '9' })
  await seen.endJourney()
  expect(seen.sent).toEqual([])
})

test('what a script wrote while the last page was left is told, and no inventory is taken of it', async () => {
  const seen = leaving()
  await seen.endStep()
  seen.call('document.cookie', ['left=1; max-age=60'])
  seen.call('document.cookie', ['nowhere=1; domain=other.example'])
  seen.jar(jarCookie({ name: 'left', value: '1', domain: 'shop.example' }))
  await seen.conclude()
  await seen.endJourney()
  const writes = seen.drafts('cookie-write').map(({ name, setBy, effect }) => `${name} ${effect} by ${setBy}`)
  expect(writes).toEqual(['left set by script', 'nowhere refused by script'])
  expect(seen.drafts('cookie')).toEqual([])
})
