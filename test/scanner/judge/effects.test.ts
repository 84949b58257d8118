import { expect, test } from 'vitest'
import { effectsOf } from '../../../scanner/judge/effects.ts'
import { cookie, cookieWrite, request, storage, storageWrite } from '../../evidence/observations.ts'
import { by, scene, type Seen } from '../../evidence/scene.ts'
import { META } from '../../evidence/vendors.ts'

const first = (...seen: readonly Seen['observation'][]): string | undefined => {
  const { evidence, sightings } = scene({ seen: seen.map((observation) => by(META, observation)) })
  return effectsOf(evidence, sightings).get('s1')
}

for (const [name, observation, expected] of [
  ['an answered request was sent', request(), 'sent'],
  ['so was one whose answer nobody waited for', request({ fate: 'sent' }), 'sent'],
  ['one the page only asked for was not', request({ fate: 'attempted' }), 'blocked'],
  ['one the browser blocked was not', request({ fate: 'blocked', failure: 'csp' }), 'blocked'],
  [
    'one whose name could not be found was not',
    request({ fate: 'failed', failure: 'net::ERR_NAME_NOT_RESOLVED' }),
    'blocked',
  ],
  ['one whose answer was cut was', request({ fate: 'failed', failure: 'net::ERR_CONNECTION_RESET' }), 'sent'],
  [
    'one whose answer is hidden from the page was',
    request({ fate: 'failed', failure: 'net::ERR_BLOCKED_BY_ORB' }),
    'sent',
  ],
  ['one with a status was, whatever came of it', request({ fate: 'blocked', status: 200 }), 'sent'],
  ['one from the cache never left', request({ fromCache: true }), 'cached'],
  ['a cookie that was set is stored', cookieWrite(), 'stored'],
  ['a cookie that was refused is not', cookieWrite({ effect: 'refused' }), 'refused'],
  ['a cookie that was deleted is not', cookieWrite({ effect: 'deleted' }), 'deleted'],
  ['a key that was set is stored', storageWrite(), 'stored'],
  ['a key that was removed is not', storageWrite({ effect: 'deleted' }), 'deleted'],
  ['an item that stands there and nobody wrote is stored', storage({ area: 'indexeddb' }), 'stored'],
] as const)
  test(name, () => expect(first(observation)).toBe(expected))

test('what happened once happened', () => {
  expect(first(request({ fate: 'blocked' }), request())).toBe('sent')
  expect(first(cookieWrite({ effect: 'refused' }), cookieWrite(), cookieWrite({ effect: 'deleted' }))).toBe('stored')
})

test('an item whose writing was seen is merely kept in the inventory', () => {
  expect(first(cookie(), cookieWrite())).toBe('kept')
  expect(first(cookie({ state: 'rejected', stepId: 'sales' }), cookieWrite({ state: 'choosing' }))).toBe('kept')
})

test('an item is new in the inventory once', () => {
  expect(first(cookie({ stepId: 'sales', at: 900 }), cookie({ stepId: 'optin', at: 100 }))).toBe('kept')
  expect(first(cookie({ stepId: 'optin' }), cookie({ stepId: 'sales' }))).toBe('stored')
})

test('runs and journeys do not mix', () => {
  expect(first(cookie({ run: 2 }), cookieWrite({ run: 1 }))).toBe('stored')
  expect(first(cookie({ state: 'accepted', stepId: 'sales' }), cookieWrite({ state: 'no-choice' }))).toBe('stored')
})

test('the inventory of the step of the choice cannot tell before from after', () => {
  const { evidence, sightings } = scene({
    seen: [by(META, cookie({ state: 'rejected' })), request({ state: 'choosing' })],
  })
  expect(effectsOf(evidence, sightings).get('s1')).toBe('kept')
})

test('a cookie set by the answer to a request of before the choice is late', () => {
  const late = { requestId: '7', setBy: 'http', state: 'rejected' } as const
  expect(first(cookieWrite(late), request({ requestId: '7', state: 'choosing' }))).toBe('late')
  expect(first(cookieWrite(late), request({ requestId: '7', state: 'rejected' }))).toBe('stored')
  // A redirect: the hop that set it was sent after the choice.
  const hops = [request({ requestId: '7', state: 'choosing' }), request({ requestId: '7#1', state: 'rejected' })]
  expect(first(cookieWrite(late), ...hops)).toBe('stored')
  expect(first(cookieWrite(late))).toBe('stored')
})

test('a cookie nobody was seen to write, of a host that still owed an answer from before the choice, is late', () => {
  const found = cookieWrite({ state: 'rejected', stepId: 'sales', domain: '.tracker.example', stack: [] })
  const owed = request({ url: 'https://px.tracker.example/b', state: 'choosing', fate: 'sent' })
  expect(first(found, owed)).toBe('late')
  expect(first({ ...found, domain: '.other.example' }, owed)).toBe('stored')
  expect(first(found, { ...owed, fate: 'answered' })).toBe('stored')
  expect(first(found, owed, { ...owed, state: 'rejected' })).toBe('stored')
  expect(first({ ...found, stack: [{ url: 'https://a.example/x.js', line: 1, column: 1, function: '' }] }, owed)).toBe(
    'stored',
  )
})
