import type { Identification } from '../model.ts'
import { certaintyOf, citation } from './citation.ts'
import { endpointTable, type EndpointTable } from './endpoint-table.ts'
import type { CookieFact } from './cookie-facts.ts'
import { isGenericName, saysNothingAlone } from './generic-name.ts'
import type { MatcherRecord } from './matcher-record.ts'
import { unruled, type Ruled } from './ruled.ts'
import { storageTable, type StorageTable } from './storage-table.ts'

/** The records and cookie lists, filed for look-up. */
export function endpointsOf(records: readonly MatcherRecord[], ruled: Ruled = unruled): EndpointTable {
  const table = endpointTable()
  for (const record of records)
    for (const endpoint of record.endpoints) table.add(endpoint, () => ruled(ofEndpoint(record, endpoint)))
  return table
}

function ofEndpoint(record: MatcherRecord, endpoint: MatcherRecord['endpoints'][number]): Identification {
  return {
    vendorId: record.id,
    name: record.name,
    category: endpoint.category,
    disputed: endpoint.disputed !== undefined,
    purpose: endpoint.purpose,
    layer: 'endpoint',
    source: citation(record, `endpoint:${endpoint.id}`),
    confidence: certaintyOf(endpoint),
  }
}

/** Thousands of names are filed, and a scan meets a few: what is said of each is put together when it is first met. */
export function namesOf(records: readonly MatcherRecord[], ruled: Ruled = unruled): StorageTable {
  const table = storageTable()
  for (const record of records)
    for (const fact of record.storage) {
      const { name, areas, party, hosts = [], identifier } = fact
      let known: Identification | null = null
      table.add({
        item: name,
        areas,
        party,
        hosts,
        identifier,
        get identification() {
          return (known ??= ruled(ofName(record, fact)))
        },
        get needsHost() {
          return saysNothingAlone(name)
        },
        get isCommon() {
          return isGenericName(name)
        },
      })
    }
  return table
}

function ofName(record: MatcherRecord, fact: MatcherRecord['storage'][number]): Identification {
  return {
    vendorId: record.id,
    name: record.name,
    category: fact.category,
    disputed: fact.disputed !== undefined,
    purpose: null,
    layer: 'storage-name',
    source: citation(record, `storage:${fact.name}`),
    confidence: certaintyOf(fact),
  }
}

export function factsOf(facts: readonly CookieFact[], ruled: Ruled = unruled): StorageTable {
  const table = storageTable()
  for (const fact of facts) {
    const { name, hosts, needsHost } = fact
    let known: Identification | null = null
    table.add({
      item: name,
      areas: COOKIE,
      party: hosts.length > 0 ? 'either' : 'first',
      hosts,
      needsHost,
      isCommon: needsHost,
      identifier: null,
      get identification() {
        return (known ??= ruled(ofFact(fact)))
      },
    })
  }
  return table
}

const COOKIE = ['cookie'] as const

function ofFact({ vendor, category, source }: CookieFact): Identification {
  return {
    vendorId: vendor.id,
    name: vendor.name,
    category,
    // Such lists merge what is necessary with what is convenient.
    disputed: category === 'functional',
    purpose: null,
    layer: 'cookie-facts',
    source,
    confidence: 'indicative',
  }
}
