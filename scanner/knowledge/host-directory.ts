import type { Identification, Purpose } from '../model.ts'
import { certaintyOf, citation } from './citation.ts'
import type { EndpointRule, EndpointTable } from './endpoint-table.ts'
import { hostTable, type HostTable } from './host-table.ts'
import type { Owner } from './owners.ts'
import { siteOf } from './party.ts'
import { unruled, type Ruled } from './ruled.ts'
import type { Tables } from './sources.ts'
import type { MatcherRecord } from './matcher-record.ts'

/** What is known of one host: looked up once, kept for the thousands of requests that follow. */
export interface HostEntry {
  readonly shapes: readonly EndpointRule[]
  /** Who a request to this host belongs to when no shape fits. */
  request(resourceType: string): Identification
  /** Who owns what is stored under this host; `null` when nobody is known. */
  readonly stored: Identification | null
}

export interface HostDirectory {
  entry(host: string): HostEntry
  /** Domains under which every customer of a platform has a site of its own. */
  readonly hostedSuffixes: ReadonlySet<string>
}

type Domain = MatcherRecord['domains'][number]

export function hostDirectory(tables: Tables, endpoints: EndpointTable, ruled: Ruled = unruled): HostDirectory {
  const domains = domainsOf(tables.records)
  let listed: HostTable<Identification> | null = null
  const owners = (): HostTable<Identification> => (listed ??= ownersOf(tables))
  const hostedSuffixes = new Set(
    tables.records.flatMap((record) =>
      record.domains
        .filter(({ role, host }) => role === 'hosted-site' && host.startsWith('*.'))
        .map(({ host }) => host.slice(2)),
    ),
  )
  let entries = new Map<string, HostEntry>()

  function enter(host: string): HostEntry {
    const [known] = domains.covering(host)
    const shapes = endpoints.underHost(host)
    if (known) return { shapes, ...ofDomain(known.record, known.domain, ruled) }
    const [listedOwner] = owners().covering(host)
    const owner = listedOwner && ruled(listedOwner)
    if (owner) return { shapes, request: () => owner, stored: owner }
    const nobody = unknownHost(siteOf(host, hostedSuffixes))
    return { shapes, request: () => nobody, stored: nobody }
  }

  return {
    hostedSuffixes,
    entry(host) {
      const kept = entries.get(host)
      if (kept) return kept
      // A page that makes up hosts must not fill the memory, nor drive out the hosts that are met again and again.
      if (entries.size > MAX_ENTRIES) entries = new Map()
      const entry = enter(host)
      entries.set(host, entry)
      return entry
    },
  }
}

const MAX_ENTRIES = 50_000

function domainsOf(records: readonly MatcherRecord[]) {
  const table = hostTable<{ readonly record: MatcherRecord; readonly domain: Domain }>()
  for (const record of records) for (const domain of record.domains) table.add(domain.host, { record, domain })
  return table
}

/** Owners of third-party-web; one that a record claims by name answers as that vendor. */
function ownersOf({ owners, records }: Tables) {
  const claimed = new Map(
    records.flatMap((record) => (record.ids.thirdPartyWeb ?? []).map((name) => [name, record] as const)),
  )
  const table = hostTable<Identification>()
  for (const owner of owners) {
    const identification = ofOwner(owner, claimed.get(owner.name))
    for (const host of owner.hosts) table.add(host, identification)
  }
  return table
}

function ofOwner(owner: Owner, record: MatcherRecord | undefined): Identification {
  return {
    vendorId: record?.id ?? owner.id,
    name: record?.name ?? owner.name,
    category: owner.category,
    disputed: false,
    purpose: null,
    layer: 'owner',
    source: owner.source,
    confidence: owner.category === 'unclassified' ? 'indicative' : 'probable',
  }
}

function ofDomain(record: MatcherRecord, domain: Domain, ruled: Ruled): Omit<HostEntry, 'shapes'> {
  const stored: Identification = {
    vendorId: record.id,
    name: record.name,
    // A customer's own site may store anything, so the host alone does not say what for.
    category: domain.role === 'hosted-site' || domain.role === 'checkout' ? 'unclassified' : domain.category,
    disputed: domain.disputed !== undefined,
    purpose: null,
    layer: 'host',
    source: citation(record, `host:${domain.host}`),
    confidence: certaintyOf(domain) === 'certain' ? 'probable' : 'indicative',
  }
  const asked = { ...stored, category: domain.category }
  const byPurpose = {
    load: ruled({ ...asked, purpose: 'load' }),
    collect: ruled({ ...asked, purpose: 'collect' }),
    content: ruled({ ...asked, purpose: 'content' }),
  } as const satisfies Partial<Record<Purpose, Identification>>
  const unsaid = ruled(asked)
  return {
    stored: ruled(stored),
    request(resourceType) {
      const purpose = purposeOf(domain.role, resourceType)
      return purpose === null ? unsaid : byPurpose[purpose]
    },
  }
}

/** What a request to an unshaped host is likely for: the role of the host first, then how it was made. */
function purposeOf(role: Domain['role'], resourceType: string): 'load' | 'collect' | 'content' | null {
  if (role === 'player' || role === 'widget' || role === 'hosted-site' || role === 'checkout') return 'content'
  if (role === 'cdn' || resourceType === 'script' || resourceType === 'stylesheet') return 'load'
  if (role === 'tracker') return 'collect'
  return resourceType === 'ping' ? 'collect' : null
}

function unknownHost(site: string): Identification {
  return {
    vendorId: null,
    name: site,
    category: 'unclassified',
    disputed: false,
    purpose: null,
    layer: 'none',
    source: 'no record, list or owner names it',
    confidence: 'indicative',
  }
}
