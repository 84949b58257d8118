import type { Identification, StorageArea } from '../model.ts'
import { hostDirectory } from './host-directory.ts'
import { nameItem, requestItem, shapedItem } from './item.ts'
import { certaintyOf, citation } from './citation.ts'
import { endpointTable, type EndpointTable } from './endpoint-table.ts'
import { funnelOf, type Funnel } from './party.ts'
import { siteDuty } from './site-storage.ts'
import type { Sources } from './sources.ts'
import { storageTable, type StorageTable, type StoredItem } from './storage-table.ts'
import { urlParts } from './url-parts.ts'
import type { VendorRecord } from './vendor-record.ts'

/** An answer, with the name under which the same thing is found in every run. */
export interface Named {
  readonly identification: Identification
  readonly item: string
  /** What the record says about singling out a visitor; `null` when no record speaks of it. */
  readonly identifier: boolean | null
}

export interface RequestQuestion {
  readonly url: string
  readonly method: string
  /** As in `RequestFact`. */
  readonly resourceType: string
  readonly funnel: Funnel
}

export interface CookieQuestion {
  readonly name: string
  readonly domain: string | null
  readonly party: 'first' | 'third' | null
}

export interface StorageQuestion {
  readonly key: string
  readonly area: StorageArea
  readonly origin: string | null
  readonly party: 'first' | 'third' | null
}

/** The matcher: every answer says on what it rests. Look-ups in maps only, and never an exception. */
export interface Knowledge {
  readonly version: string
  identifyRequest(question: RequestQuestion): Named
  identifyCookie(question: CookieQuestion): Named
  identifyStorage(question: StorageQuestion): Named
  /** The funnel's hosts as one party; platform domains under which each customer is a site of its own are told apart. */
  funnel(hosts: readonly string[]): Funnel
  vendor(id: string): VendorRecord | null
  readonly vendors: readonly VendorRecord[]
}

export function compile(sources: Sources): Knowledge {
  const endpoints = endpointsOf(sources.records)
  const directory = hostDirectory(sources, endpoints)
  const names = namesOf(sources.records)
  const facts = factsOf(sources)
  const byId = new Map(sources.records.map((record) => [record.id, record]))

  function identifyStored(stored: StoredItem): Named {
    const rule = names.find(stored)
    if (rule) return { identification: rule.identification, item: rule.item, identifier: rule.identifier }
    const owner = stored.party === 'first' || stored.host === null ? null : directory.entry(stored.host).stored
    const fact = owner?.layer === 'host' && owner.category !== 'unclassified' ? null : facts.find(stored)
    if (fact) return { identification: withVendor(fact.identification, owner), item: fact.item, identifier: null }
    const item = nameItem(stored.name)
    return { identification: owner ?? ownStorage(stored), item, identifier: null }
  }

  return {
    version: sources.version,
    vendors: sources.records,
    vendor: (id) => byId.get(id) ?? null,
    funnel: (hosts) => funnelOf(hosts, directory.hostedSuffixes),
    identifyRequest({ url, method, resourceType, funnel }) {
      const parts = urlParts(url)
      if (parts === null) return NOT_OF_THE_NETWORK
      const entry = directory.entry(parts.host)
      const shape = endpoints.find(entry.shapes, parts, method)
      if (shape) return { identification: shape.identification, item: shapedItem(parts, shape.path), identifier: null }
      const identification =
        funnel.party(parts.host) === 'first' ? ownRequest(parts.host, resourceType) : entry.request(resourceType)
      return { identification, item: requestItem(parts), identifier: null }
    },
    identifyCookie: ({ name, domain, party }) => identifyStored({ name, area: 'cookie', host: hostOf(domain), party }),
    identifyStorage: ({ key, area, origin, party }) =>
      identifyStored({ name: key, area, host: origin === null ? null : (urlParts(origin)?.host ?? null), party }),
  }
}

function endpointsOf(records: readonly VendorRecord[]): EndpointTable {
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

function namesOf(records: readonly VendorRecord[]): StorageTable {
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

function factsOf(sources: Sources): StorageTable {
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

/** The host says who, the list says what for. */
function withVendor(fact: Identification, owner: Identification | null): Identification {
  return owner === null || owner.vendorId === null ? fact : { ...fact, vendorId: owner.vendorId, name: owner.name }
}

function ownRequest(host: string, resourceType: string): Identification {
  const silent = resourceType === 'ping' || resourceType === 'cspviolationreport'
  return {
    ...OF_THE_SITE,
    name: host,
    category: silent ? 'unclassified' : 'necessary',
    purpose: silent ? null : 'content',
  }
}

function ownStorage({ name, host, party }: StoredItem): Identification {
  const duty = party === 'third' ? null : siteDuty(name)
  if (duty !== null) return { ...OF_THE_SITE, name: host ?? OF_THE_SITE.name, source: `named like a ${duty}` }
  return party === 'first' ? { ...OF_THE_SITE, name: host ?? OF_THE_SITE.name, category: 'unclassified' } : UNKNOWN
}

const OF_THE_SITE: Identification = {
  vendorId: null,
  name: 'the site itself',
  category: 'necessary',
  disputed: false,
  purpose: null,
  layer: 'site',
  source: 'a host of the funnel',
  confidence: 'probable',
}

const UNKNOWN: Identification = {
  vendorId: null,
  name: 'unknown',
  category: 'unclassified',
  disputed: false,
  purpose: null,
  layer: 'none',
  source: 'no record, list or owner names it',
  confidence: 'indicative',
}

/** `data:` and `blob:` never leave the browser. */
const NOT_OF_THE_NETWORK: Named = {
  identification: { ...OF_THE_SITE, source: 'made on the page, not fetched', confidence: 'certain' },
  item: 'made on the page',
  identifier: null,
}

function hostOf(domain: string | null): string | null {
  return domain === null ? null : domain.replace(/^\./, '').toLowerCase()
}
