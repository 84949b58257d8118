import type { VendorRecord } from './vendor-record.ts'

/** The part of a record that the matcher reads: a tenth of it, so that a scan starts without the prose. */
export interface MatcherRecord {
  readonly id: string
  readonly name: string
  readonly ids: Pick<VendorRecord['ids'], 'thirdPartyWeb'>
  readonly domains: readonly Pick<Domain, 'host' | 'role' | 'category' | Proof>[]
  readonly endpoints: readonly Pick<
    Endpoint,
    'id' | 'hosts' | 'path' | 'query' | 'methods' | 'body' | 'category' | 'purpose' | Proof
  >[]
  readonly storage: readonly Pick<Storage, 'name' | 'areas' | 'party' | 'hosts' | 'category' | 'identifier' | Proof>[]
}

type Domain = VendorRecord['domains'][number]
type Endpoint = VendorRecord['endpoints'][number]
type Storage = VendorRecord['storage'][number]
type Proof = 'confidence' | 'disputed'

/** What `undefined` is left out of when it is written. */
export function matcherRecord({ id, name, ids, domains, endpoints, storage }: VendorRecord): MatcherRecord {
  return {
    id,
    name,
    ids: { thirdPartyWeb: ids.thirdPartyWeb },
    domains: domains.map(({ host, role, category, confidence, disputed }) => ({
      host,
      role,
      category,
      confidence,
      disputed: shortened(disputed),
    })),
    endpoints: endpoints.map((endpoint) => ({
      id: endpoint.id,
      hosts: endpoint.hosts,
      path: endpoint.path,
      query: endpoint.query,
      methods: endpoint.methods,
      body: endpoint.body,
      category: endpoint.category,
      purpose: endpoint.purpose,
      confidence: endpoint.confidence,
      disputed: shortened(endpoint.disputed),
    })),
    storage: storage.map((item) => ({
      name: item.name,
      areas: item.areas,
      party: item.party,
      hosts: item.hosts,
      category: item.category,
      identifier: item.identifier,
      confidence: item.confidence,
      disputed: shortened(item.disputed),
    })),
  }
}

/** That somebody disagrees is asked often, who and how only of the whole record. */
function shortened(disputed: string | undefined): string | undefined {
  return disputed === undefined ? undefined : 'yes'
}
