import { expect, test } from 'vitest'
import { deferredFetches } from '../../../scanner/collectors/deferred-fetches.ts'
import { paused, requestTo, willBeSent } from '../../evidence/network-events.ts'

const LATER = 'https://tracker.example/later'
const NAMES = ['89CAED54690731CF140FCF960022EC94', 'D2BA6C42E4F5B41C76FFA573CCA08AAD'] as const

const POST = requestTo(LATER, { method: 'POST' })

/** What the browser process sees and has no name of the network's for. */
function seen(letOnAs: string, url = LATER) {
  const { networkId: _, ...unnamed } = paused(letOnAs, url)
  return unnamed
}

test('one that a page told of is joined to what the browser process sees, on both of its stages', () => {
  const deferred = deferredFetches()
  deferred.told(willBeSent(NAMES[0], LATER, { type: 'Fetch', request: POST }))
  expect(deferred.idOf(seen('1'))).toBe(NAMES[0])
  expect(deferred.idOf({ ...seen('1'), responseStatusCode: 204 })).toBe(NAMES[0])
  expect(deferred.idOf(seen('2'))).toBeUndefined()
})

test('two of the same address are two', () => {
  const deferred = deferredFetches()
  for (const name of NAMES) deferred.told(willBeSent(name, LATER, { type: 'Fetch', request: POST }))
  expect([deferred.idOf(seen('1')), deferred.idOf(seen('2'))]).toEqual(NAMES)
})

for (const [name, id, type] of [
  ['a document', NAMES[0], 'Document'],
  ['an ordinary fetch', '411.7', 'Fetch'],
] as const)
  test(`${name} is none`, () => {
    const deferred = deferredFetches()
    deferred.told(willBeSent(id, LATER, { type, request: POST }))
    expect(deferred.idOf(seen('1'))).toBeUndefined()
  })

test('what has a name of the network’s keeps it', () => {
  expect(deferredFetches().idOf(paused('7', LATER))).toBe('7')
})
