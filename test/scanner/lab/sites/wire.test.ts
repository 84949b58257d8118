import { expect, test } from 'vitest'
import { endpointsOf, socketsOf } from '../../../../scanner/lab/endpoints.ts'
import type { StateTruth, StepTruth } from '../../../../scanner/lab/model.ts'
import { wire } from '../../../../scanner/lab/sites/wire.ts'
import { truth } from '../../../../scanner/lab/truth.ts'

const states = truth(wire).states

function step(state: StateTruth['state'], id: string): StepTruth {
  const found = states.find((each) => each.state === state)?.steps.find(({ stepId }) => stepId === id)
  if (found === undefined) throw new Error(`no step ${id}`)
  return found
}

test('every kind of request, block and storage is in it', () => {
  const steps = states.flatMap((state) => state.steps)
  const kinds = new Set(steps.flatMap(({ requests }) => requests.map(({ resourceType }) => resourceType)))
  expect([...kinds].toSorted()).toEqual(
    ['document', 'eventsource', 'fetch', 'image', 'other', 'ping', 'script', 'stylesheet'].toSorted(),
  )
  const blocks = new Set(steps.flatMap(({ requests }) => requests.map(({ blocked }) => blocked)))
  expect(blocks).toEqual(new Set([null, 'cors', 'csp', 'mixed-content']))
  const areas = new Set(steps.flatMap(({ storage }) => storage.map(({ area }) => area)))
  expect(areas).toEqual(new Set(['local', 'session', 'indexeddb', 'cache', 'service-worker']))
  const effects = new Set(steps.flatMap(({ cookiesWritten }) => cookiesWritten.map(({ effect }) => effect)))
  expect(effects).toEqual(new Set(['set', 'deleted', 'refused']))
})

for (const [id, state, without] of [
  ['transports', 'accepted', 'rejected'],
  ['transports', 'no-choice', 'rejected'],
  ['workers', 'rejected', 'no-choice'],
  ['storage', 'accepted', 'no-choice'],
  ['device', 'accepted', 'rejected'],
] as const)
  test(`${id} does more with ${state} than with ${without}`, () => {
    expect(JSON.stringify(step(state, id))).not.toBe(JSON.stringify(step(without, id)))
  })

test('what is sent on being left belongs to the page that was left, its cookies to the next one’s jar', () => {
  const left = step('no-choice', 'transports')
  expect(left.requests.filter(({ phase }) => phase === 'leave').map(({ url }) => new URL(url).pathname)).toEqual([
    '/on-hidden',
    '/on-pagehide',
    '/refused-on-leaving',
    '/on-unload',
    '/on-leave',
  ])
  expect(left.cookies.map(({ name }) => name)).not.toContain('left_behind')
  expect(step('no-choice', 'frames').cookies.map(({ name }) => name)).toContain('left_behind')
})

test('a service worker runs when it is registered, and is there from then on', () => {
  const workers = (id: string): readonly string[] =>
    step('no-choice', id).storage.flatMap(({ area, key }) => (area === 'service-worker' ? [key] : []))
  expect(workers('frames')).toEqual([])
  expect(workers('device')).toEqual(['https://wire.lab.example/workers/'])
})

test('a socket is let in only where a page of the site opens one that is not refused', () => {
  expect([...socketsOf([wire])].toSorted()).toEqual([
    'wss://live.wire-partner.example/closing',
    'wss://live.wire-partner.example/from-worker',
    'wss://live.wire-partner.example/open',
  ])
})

test('the lab answers all of it in one way', () => {
  expect(endpointsOf([wire]).size).toBeGreaterThan(15)
})
