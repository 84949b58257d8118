import { expect, test } from 'vitest'
import { coverage, rankedHosts } from '../../../scanner/knowledge/coverage.ts'
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
    { top: 2, known: 2, byRecord: 1, categorised: 1, missing: [] },
    { top: 4, known: 3, byRecord: 2, categorised: 1, missing: ['unheard-of.example'] },
  ])
})

test('the ranked list keeps its order', () => {
  expect(rankedHosts('b.example,*.b.example,ad\na.example,,\n')).toEqual(['b.example', 'a.example'])
})
