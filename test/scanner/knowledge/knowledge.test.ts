import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compile } from '../../../scanner/knowledge/knowledge.ts'
import { sourcesOfCheckout, type Sources } from '../../../scanner/knowledge/sources.ts'

const checkout = sourcesOfCheckout()
/** As few as the cases need, so that a new record changes none of the answers. */
const RECORDS = [
  'google',
  'google-ads',
  'google-analytics',
  'google-tag-manager',
  'hotjar',
  'kartra',
  'meta-pixel',
  'microsoft-uet',
]
const sources: Sources = {
  ...checkout,
  records: checkout.records.filter(({ id }) => RECORDS.includes(id)),
  facts: [
    {
      name: 'listed',
      vendor: { id: 'lister', name: 'Lister' },
      category: 'analytics',
      hosts: [],
      needsHost: false,
      source: 'cookie list',
    },
    {
      name: 'sb',
      vendor: { id: 'lister', name: 'Lister' },
      category: 'functional',
      hosts: ['*.google.com'],
      needsHost: true,
      source: 'cookie list',
    },
  ],
}
const knowledge = compile(sources)
const funnel = knowledge.funnel(['shop.example'])
const request = (url: string, resourceType = 'script', method = 'GET') =>
  knowledge.identifyRequest({ url, method, resourceType, funnel }).identification
const cookie = (name: string, domain: string | null, party: 'first' | 'third' | null) =>
  knowledge.identifyCookie({ name, domain, party }).identification

describe('the strongest layer answers', () => {
  for (const [name, answer, expected] of [
    ['endpoint', request('https://bat.bing.com/bat.js'), ['microsoft-uet', 'marketing', 'endpoint', 'certain']],
    [
      'endpoint from memory',
      request('https://www.google.com/ads/ga-audiences'),
      ['google-ads', 'marketing', 'endpoint', 'indicative'],
    ],
    ['host', request('https://x.hotjar.com/new'), ['hotjar', 'analytics', 'host', 'probable']],
    ['owner', request('https://bid.g.criteo.com/x'), ['criteo', 'marketing', 'owner', 'probable']],
    [
      'owner with an unclear word',
      request('https://cdn.shopify.com/x.js'),
      ['shopify', 'unclassified', 'owner', 'indicative'],
    ],
    ['storage name', cookie('_fbp', 'shop.example', 'first'), ['meta-pixel', 'marketing', 'storage-name', 'probable']],
    ['storage name, host unknown', cookie('IDE', null, null), ['google-ads', 'marketing', 'storage-name', 'probable']],
    ['cookie list', cookie('listed', 'shop.example', 'first'), ['lister', 'analytics', 'cookie-facts', 'indicative']],
    [
      'cookie list on a mixed host keeps the owner',
      cookie('sb', '.google.com', 'third'),
      ['google', 'functional', 'cookie-facts', 'indicative'],
    ],
    ['site', cookie('PHPSESSID', 'shop.example', 'first'), [null, 'necessary', 'site', 'probable']],
    ['nobody', cookie('x', 'unheard.example', 'third'), [null, 'unclassified', 'none', 'indicative']],
  ] as const) {
    test(name, () => expect([answer.vendorId, answer.category, answer.layer, answer.confidence]).toEqual(expected))
  }
})

test('every answer names its source', () => {
  expect(request('https://bat.bing.com/bat.js').source).toBe('microsoft-uet#endpoint:library')
  expect(cookie('kaff_1', 'shop.example', 'first').source).toBe('kartra#storage:kaff_*')
  expect(request('https://bid.g.criteo.com/x').source).toMatch(/^third-party-web \d/)
})

test('a host without a shape is read by how it is asked', () => {
  expect(request('https://x.hotjar.com/a.js', 'script').purpose).toBe('load')
  expect(request('https://x.hotjar.com/a', 'ping').purpose).toBe('collect')
  expect(request('https://acct.kartra.com/page/a', 'document').purpose).toBe('content')
})

test('the version changes with any record', () => {
  expect(knowledge.version).toMatch(/^\d{4}-\d{2}-\d{2}\+[0-9a-f]{8}$/)
})

test('no address, name or domain makes it fail', () => {
  const host = fc.oneof(
    fc.domain(),
    fc.string(),
    fc.constantFrom('app.kartra.com', 'www.google.com', '[::1]', 'xn--', '..'),
  )
  fc.assert(
    fc.property(host, fc.string({ maxLength: 500 }), fc.string(), (domain, path, name) => {
      expect(request(`https://${domain}/${path}?${name}`)).toHaveProperty('category')
      expect(cookie(name, domain, 'third')).toHaveProperty('category')
      expect(
        knowledge.identifyStorage({ key: name, area: 'local', origin: `https://${domain}`, party: 'first' }),
      ).toHaveProperty('item')
    }),
    { numRuns: 500 },
  )
})

test('hostile addresses cost little', () => {
  const tails = ['a/%-_.~', 'abc123DEF', 'aB1', '-', '.', '0', 'f0'].map((part) => part.repeat(10_000 / part.length))
  const urls = ['app.kartra.com/t/', 'www.google.com/pagead/', 'capig.shop.example/events/', 'a.'.repeat(100)].flatMap(
    (start) => tails.map((tail) => `https://${start}${tail}`),
  )
  const rounds = 100
  const started = performance.now()
  for (let round = 0; round < rounds; round++) for (const url of urls) request(url, 'ping', 'POST')
  // 50 µs each when nothing else runs; the bound leaves room for a busy machine.
  expect(((performance.now() - started) / rounds / urls.length) * 1_000).toBeLessThan(250)
})
