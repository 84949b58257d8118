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
  for (const record of records) {
    for (const endpoint of record.endpoints) {
      const identification: Identification = {
        vendorId: record.id,
        name: record.name,
        category: endpoint.category,
        disputed: endpoint.disputed !== undefined,
        purpose: endpoint.purpose,
        layer: 'endpoint',
        source: citation(record, `endpoint:${endpoint.id}`),
        confidence: certaintyOf(endpoint),
      }
      table.add(endpoint, ruled(identification))
    }
  }
  return table
}

export function namesOf(records: readonly MatcherRecord[], ruled: Ruled = unruled): StorageTable {
  const table = storageTable()
  for (const record of records) {
    for (const { name, areas, party, hosts, identifier, ...fact } of record.storage) {
      const identification: Identification = {
        vendorId: record.id,
        name: record.name,
        category: fact.category,
        disputed: fact.disputed !== undefined,
        purpose: null,
        layer: 'storage-name',
        source: citation(record, `storage:${name}`),
        confidence: certaintyOf(fact),
      }
      table.add({
        identification: ruled(identification),
        item: name,
        areas,
        party,
        hosts: hosts ?? [],
        needsHost: saysNothingAlone(name),
        isCommon: isGenericName(name),
        identifier,
      })
    }
  }
  return table
}

export function factsOf(facts: readonly CookieFact[], ruled: Ruled = unruled): StorageTable {
  const table = storageTable()
  for (const { name, vendor, category, hosts, needsHost, source } of facts) {
    const identification: Identification = {
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
    const party = hosts.length > 0 ? 'either' : 'first'
    table.add({
      identification: ruled(identification),
      item: name,
      areas: ['cookie'],
      party,
      hosts,
      needsHost,
      isCommon: needsHost,
      identifier: null,
    })
  }
  return table
}
