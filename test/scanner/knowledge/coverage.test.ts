import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { coverage, heldOut, rankedHosts } from '../../../scanner/knowledge/coverage.ts'
import { compile } from '../../../scanner/knowledge/knowledge.ts'
import { sourcesOfCheckout } from '../../../scanner/knowledge/sources.ts'

const checkout = sourcesOfCheckout()
const knowledge = compile({
  ...checkout,
  records: checkout.records.filter(({ id }) => ['google', 'microsoft-uet'].includes(id)),
})

test('hosts are counted by who knows them', () => {
  const hosts = ['bat.bing.com', 'cdn.shopify.com', 'unheard-of.example', 'www.google.com']
  expect(coverage(knowledge, hosts, [2, 4])).toEqual([
    { top: 2, of: 2, known: 2, byRecord: 1, categorised: 1, missing: [] },
    { top: 4, of: 4, known: 3, byRecord: 2, categorised: 1, missing: ['unheard-of.example'] },
  ])
})

test('the ranked list keeps its order', () => {
  expect(rankedHosts('b.example,*.b.example,ad\na.example,,\n')).toEqual(['b.example', 'a.example'])
})

test('a part of the list is measured by itself', () => {
  const hosts = ['bat.bing.com', 'unheard-of.example']
  expect(coverage(knowledge, hosts, [2], (host) => host !== 'bat.bing.com')).toMatchObject([{ of: 1, known: 0 }])
})

test.each([
  ['www.googletagmanager.com', createHash('sha256').update('www.googletagmanager.com').digest().readUInt8(0) % 3 === 0],
  ['connect.facebook.net', createHash('sha256').update('connect.facebook.net').digest().readUInt8(0) % 3 === 0],
])('%s is held out: %s', (host, expected) => expect(heldOut(host)).toBe(expected))
