import type { Identification } from '../model.ts'
import { certaintyOf, citation } from './citation.ts'
import { endpointTable, type EndpointTable } from './endpoint-table.ts'
import type { Sources } from './sources.ts'
import { storageTable, type StorageTable } from './storage-table.ts'
import type { VendorRecord } from './vendor-record.ts'

/** The records and cookie lists, filed for look-up. */
export function endpointsOf(records: readonly VendorRecord[]): EndpointTable {
  const table = endpointTable()
  for (const record of records) {
    for (const endpoint of record.endpoints) {
      table.add(endpoint, {
        vendorId: record.id,
        name: record.name,
        category: endpoint.category,
        disputed: endpoint.disputed !== undefined,
        purpose: endpoint.purpose,
        layer: 'endpoint',
        source: citation(record, `endpoint:${endpoint.id}`),
        confidence: certaintyOf(endpoint),
      })
    }
  }
  return table
}

export function namesOf(records: readonly VendorRecord[]): StorageTable {
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
      table.add({ identification, item: name, areas, party, hosts: hosts ?? [], identifier })
    }
  }
  return table
}

export function factsOf(sources: Sources): StorageTable {
  const table = storageTable()
  for (const { name, vendor, category, hosts, source } of sources.facts) {
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
    table.add({
      identification,
      item: name,
      areas: ['cookie'],
      party: hosts.length > 0 ? 'either' : 'first',
      hosts,
      identifier: false,
    })
  }
  return table
}
