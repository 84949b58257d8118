import { describe, expect, test } from 'vitest'
import { faultsOfRecords, parseRecord, reviewsDue } from '../../../scanner/knowledge/check.ts'
import { sourcesOfCheckout } from '../../../scanner/knowledge/sources.ts'
import type { VendorRecord } from '../../../scanner/knowledge/vendor-record.ts'

const records = sourcesOfCheckout().records
const hotjar = records.find(({ id }) => id === 'hotjar') as VendorRecord

describe('the lint says what to do', () => {
  for (const [name, change, sentence] of [
    ['an unsafe pattern', { endpoints: [{ ...hotjar.endpoints[0], path: '^/(a+)+$' }] }, 'bound every repeat'],
    [
      'a template nobody filled in',
      { summary: 'What it does for a site, in one sentence of our own words.' },
      'write what you know of this vendor',
    ],
    [
      'a selector that cannot be looked for',
      { marks: [{ ...hotjar.marks[0], kind: 'selector', value: 'a > b' }] },
      "write the selector as tag#id.class[name^='value']",
    ],
    [
      'an inline mark without a word',
      { marks: [{ ...hotjar.marks[0], kind: 'inline', value: '({})' }] },
      'three letters',
    ],
    ['a misspelt key', { sumary: 'x' }, 'Unrecognized key'],
    [
      'a source nobody lists',
      { domains: [{ ...hotjar.domains[0], sources: ['nowhere'] }] },
      'cites the source nowhere',
    ],
    [
      'a relation without a record',
      { related: [{ vendor: 'nobody', relation: 'alternative' }] },
      'names the vendor nobody',
    ],
    [
      'evidence that is not there',
      { behaviours: [{ id: 'b', text: 't', trigger: 't', evidence: ['endpoint:none'] }] },
      'rests on endpoint:none',
    ],
    [
      'a claim of observation without a scan',
      { domains: [{ ...hotjar.domains[0], confidence: 'observed' }] },
      "says 'observed' without a scan",
    ],
    [
      'a host of somebody else',
      { domains: [{ ...hotjar.domains[0], host: '*.clarity.ms' }] },
      'both list the host *.clarity.ms',
    ],
    [
      'an endpoint on a host it does not list',
      { endpoints: [{ ...hotjar.endpoints[0], hosts: ['cdn.example'], path: '^/a\\.js$' }] },
      'list the host under domains',
    ],
    [
      'a shape for any host with nothing to find it by',
      { endpoints: [{ ...hotjar.endpoints[0], hosts: ['*'], path: '^/\\w{10,20}$' }] },
      'one plain path segment',
    ],
    ['a third-party cookie without hosts', { storage: [{ ...hotjar.storage[0], party: 'third' }] }, 'needs hosts'],
    ['a name somebody else claims', { storage: [{ ...hotjar.storage[0], name: '_fbp' }] }, 'both claim _fbp (cookie)'],
    [
      'a category it does not announce',
      { categories: { ...hotjar.categories, all: ['marketing'] } },
      'add it to categories.all',
    ],
  ] as const) {
    test(name, () => {
      const changed = records.map((record) =>
        record.id === 'hotjar' ? ({ ...record, ...change } as VendorRecord) : record,
      )
      expect(faultsOfRecords(changed).join('\n')).toContain(sentence)
    })
  }
})

test('a query parameter called source cites nothing', () => {
  const [tag, ...others] = hotjar.endpoints
  const changed = { ...hotjar, endpoints: [{ ...tag, query: { source: '^web$' } }, ...others] } as VendorRecord
  expect(faultsOfRecords([...records.filter(({ id }) => id !== 'hotjar'), changed], [changed])).toEqual([])
})

test('a record under another name is refused', () => {
  expect(parseRecord('hot-jar', hotjar)).toEqual({
    faults: ["hot-jar: the id inside is 'hotjar'; make file name and id the same."],
  })
  expect(parseRecord('hotjar', hotjar)).toEqual({ record: hotjar })
  expect(parseRecord('x', null)).toHaveProperty('faults')
})

test('a record is due for review after a year', () => {
  expect(reviewsDue([hotjar], '2026-11-22')).toEqual([])
  expect(reviewsDue([hotjar], '2027-11-22')).toHaveLength(1)
})
