import type { Identification, OwnKnowledgeUsed } from '../model.ts'
import type { Knowledge, Named } from './answers.ts'
import { hostDirectory } from './host-directory.ts'
import { nameItem, requestItem, shapedItem } from './item.ts'
import { markTable, type MarkTable } from './mark-table.ts'
import { funnelOf } from './party.ts'
import { endpointsOf, factsOf, namesOf } from './record-tables.ts'
import { outsideTheNetwork, ownRequest, ownStorage } from './site-itself.ts'
import { unruled, type Ruled } from './ruled.ts'
import { shelfOf, type Shelf } from './shelf.ts'
import type { Sources, Tables } from './sources.ts'
import type { StorageTable, StoredItem } from './storage-table.ts'
import { urlParts } from './url-parts.ts'
import { noLists, type UserLists } from './user-lists.ts'

export type { Knowledge, Named } from './answers.ts'

/** Compiles records, owners and cookie lists into the matcher. */
export function compile(sources: Sources): Knowledge {
  return compileTables(sources, shelfOf(sources.records))
}

/** What the user has decided and added. */
export interface OfUser {
  readonly ruled: Ruled
  readonly lists: UserLists
  readonly used: OwnKnowledgeUsed
}

/** The same, where the whole records stand elsewhere. */
export function compileTables(tables: Tables, shelf: Shelf, user: OfUser | null = null): Knowledge {
  const ruled = user?.ruled ?? unruled
  const lists = user?.lists ?? noLists
  const endpoints = endpointsOf(tables.records, ruled)
  const directory = hostDirectory(tables, endpoints, ruled)
  let named: StorageTable | null = null
  const names = (): StorageTable => (named ??= namesOf(tables.records, ruled))
  let listed: StorageTable | null = null
  /** Thousands of lines for the few names that no record knows. */
  const facts = (): StorageTable => (listed ??= factsOf(tables.facts, ruled))

  let marked: MarkTable | null = null

  function identifyStored(stored: StoredItem): Named {
    const rule = names().find(stored)
    const party = stored.party ?? 'first'
    if (rule) return { identification: rule.identification, item: rule.item, identifier: rule.identifier, party }
    const owner = stored.party === 'first' || stored.host === null ? null : directory.entry(stored.host).stored
    const fact = owner?.layer === 'host' && owner.category !== 'unclassified' ? null : facts().find(stored)
    if (fact)
      return { identification: withVendor(fact.identification, owner), item: fact.item, identifier: null, party }
    const item = nameItem(stored.name)
    return { identification: owner ?? ownStorage(stored), item, identifier: null, party }
  }

  return {
    version: tables.version,
    own: user?.used ?? null,
    lists: (question) => lists.naming(question),
    get vendors() {
      return shelf.vendors
    },
    vendor: (id) => shelf.vendor(id),
    funnel: (hosts) => funnelOf(hosts, directory.hostedSuffixes),
    identifyRequest(question) {
      const { url, resourceType, funnel } = question
      const parts = urlParts(url)
      if (parts === null) return outsideTheNetwork(url)
      const entry = directory.entry(parts.host)
      const shape = endpoints.find(entry.shapes, parts, question)
      const party = funnel.party(parts.host)
      if (shape) {
        const item = shapedItem(parts, shape.ids())
        const isAtHome = party === 'third' || entry.shapes.includes(shape)
        return {
          identification: shape.identification,
          item,
          identifier: null,
          party: isAtHome ? party : 'first-disguised',
        }
      }
      const identification = party === 'first' ? ownRequest(parts.host, resourceType) : entry.request(resourceType)
      return { identification, item: requestItem(parts), identifier: null, party }
    },
    identifyMarks: (traces) => (marked ??= markTable(tables.marks, ruled)).find(traces),
    identifyCookie: ({ name, domain, party }) => identifyStored({ name, area: 'cookie', host: hostOf(domain), party }),
    identifyStorage: ({ key, area, origin, party }) =>
      identifyStored({ name: key, area, host: origin === null ? null : (urlParts(origin)?.host ?? null), party }),
  }
}

/** The host says who, the list says what for. */
function withVendor(fact: Identification, owner: Identification | null): Identification {
  return owner === null || owner.vendorId === null ? fact : { ...fact, vendorId: owner.vendorId, name: owner.name }
}

function hostOf(domain: string | null): string | null {
  return domain === null ? null : domain.replace(/^\./, '').toLowerCase()
}
