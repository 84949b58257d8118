import { expect, test } from 'vitest'
import { endpointTable, literalSegment } from '../../../scanner/knowledge/endpoint-table.ts'
import type { VendorRecord } from '../../../scanner/knowledge/vendor-record.ts'
import type { Identification } from '../../../scanner/model.ts'

const says = (vendorId: string) => () => ({ vendorId }) as Identification
const endpoint = (hosts: string[], path: string, more: object = {}) =>
  ({
    id: 'e',
    hosts,
    path,
    category: 'marketing',
    purpose: 'collect',
    what: 'w',
    confidence: 'code',
    sources: ['s'],
    ...more,
  }) as VendorRecord['endpoints'][number]

test.each([
  ['^/g/collect$', 'collect'],
  ['^/(?:[\\w-]{1,40}/){0,3}gtm\\.js$', 'gtm.js'],
  ['^/js/build/front/pages/skeleton[\\w.-]{0,60}\\.js$', 'build'],
  ['^/(?:a|b)$', null],
  ['^/events/([0-9a-f]{64})$', 'events'],
])('%s is filed under %s', (path, segment) => expect(literalSegment(path)).toBe(segment))

test('the shape that asks for more is tried first', () => {
  const table = endpointTable()
  table.add(endpoint(['a.example'], '^/gtag/js$'), says('any'))
  table.add(endpoint(['a.example'], '^/gtag/js$', { query: { id: '^AW-\\d{1,9}$' } }), says('ads'))
  const find = (query: string) =>
    table.find(table.underHost('a.example'), { host: 'a.example', path: '/gtag/js', query }, { method: 'GET' })
      ?.identification.vendorId
  expect([find('id=AW-1'), find('id=G-1'), find('')]).toEqual(['ads', 'any', 'any'])
})

test('a shape for any host is found by its plain segment, method and parameters', () => {
  const table = endpointTable()
  table.add(
    endpoint(['*'], '^/(?:[\\w-]{1,40}/){0,3}g/collect$', { query: { tid: '^G-\\w{1,20}$' }, methods: ['POST'] }),
    says('ga'),
  )
  const find = (path: string, query: string, method: string) =>
    table.find([], { host: 'x.example', path, query }, { method })?.identification.vendorId
  expect(find('/m/g/collect', 'v=2&tid=G-1', 'POST')).toBe('ga')
  expect(find('/m/g/collect', 'v=2&tid=G-1', 'GET')).toBeUndefined()
  expect(find('/m/g/collect', 'v=2', 'POST')).toBeUndefined()
  expect(find(`${'/a'.repeat(50)}/g/collect`, 'tid=G-1', 'POST')).toBeUndefined()
})

test('what is posted is known by the names it holds, wherever it goes', () => {
  const table = endpointTable()
  table.add(endpoint(['*'], '^/.{0,200}$', { methods: ['POST'], body: ['ev', 'dl', 'rl'] }), says('by-body'))
  table.add(endpoint(['*'], '^/.{0,200}$', { methods: ['POST'], query: { v: '^2$', tid: '^G-' } }), says('by-query'))
  const find = (method: string, query: string, bodyNames?: readonly string[]) =>
    table.find([], { host: 'x.example', path: '/p/q', query }, { method, bodyNames })?.identification.vendorId
  expect(find('POST', '', ['id', 'ev', 'dl', 'rl'])).toBe('by-body')
  expect(find('POST', 'v=2&tid=G-1')).toBe('by-query')
  expect(find('POST', '', ['ev', 'dl'])).toBeUndefined()
  expect(find('POST', '')).toBeUndefined()
  expect(find('GET', 'v=2&tid=G-1', ['id', 'ev', 'dl', 'rl'])).toBeUndefined()
})
