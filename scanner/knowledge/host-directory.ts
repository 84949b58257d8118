import type { Identification, Purpose } from '../model.ts'
import { certaintyOf, citation } from './citation.ts'
import type { EndpointRule, EndpointTable } from './endpoint-table.ts'
import { hostTable, type HostTable } from './host-table.ts'
import type { Owner } from './owners.ts'
import { siteOfPlain } from './party.ts'
import { unruled, type Ruled } from './ruled.ts'
import { ownCopy } from './url-parts.ts'
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
  const domains = domainsOf(tables.records, ruled)
  let listed: HostTable<() => HostEntry> | null = null
  const owners = (): HostTable<() => HostEntry> => (listed ??= ownersOf(tables, ruled))
  const hostedSuffixes = new Set(
    tables.records.flatMap((record) =>
      record.domains
        .filter(({ role, host }) => role === 'hosted-site' && host.startsWith('*.'))
        .map(({ host }) => host.slice(2)),
    ),
  )
  const [familiar, strangers] = [memory(50_000), memory(1_000)]

  function enter(host: string): HostEntry {
    if (!endpoints.mayHave(host) && !domains.mayCover(host) && !owners().mayCover(host))
      return nobody(siteOfPlain(host, hostedSuffixes))
    const shapes = endpoints.underHost(host)
    const known =
      domains.covering(host)[0]?.() ?? owners().covering(host)[0]?.() ?? nobody(siteOfPlain(host, hostedSuffixes))
    return shapes.length === 0 ? known : { ...known, shapes }
  }

  return {
    hostedSuffixes,
    entry(host) {
      const kept = familiar.get(host) ?? strangers.get(host)
      if (kept) return kept
      const entry = enter(host)
      const isFamiliar = entry.shapes.length > 0 || entry.stored?.layer !== 'none'
      if (isFamiliar) familiar.set(ownCopy(host), entry)
      else strangers.set(host, entry)
      return entry
    },
  }
}

/** Forgets all when it is full: a page that makes up hosts must not fill the memory, nor drive out hosts met again and again. */
function memory(most: number) {
  const entries = new Map<string, HostEntry>()
  return {
    get: (host: string) => entries.get(host),
    set(host: string, entry: HostEntry) {
      if (entries.size >= most) entries.clear()
      entries.set(host, entry)
    },
  }
}

/** One entry for all hosts of a domain, made when the first of them is met. */
function domainsOf(records: readonly MatcherRecord[], ruled: Ruled): HostTable<() => HostEntry> {
  const table = hostTable<() => HostEntry>()
  for (const record of records)
    for (const domain of record.domains) {
      let entry: HostEntry | null = null
      table.add(domain.host, () => (entry ??= ofDomain(record, domain, ruled)))
    }
  return table
}

/** Owners of third-party-web; one that a record claims by name answers as that vendor. */
function ownersOf({ owners, records }: Tables, ruled: Ruled): HostTable<() => HostEntry> {
  const claimed = new Map(
    records.flatMap((record) => (record.ids.thirdPartyWeb ?? []).map((name) => [name, record] as const)),
  )
  const table = hostTable<() => HostEntry>()
  for (const owner of owners) {
    let known: HostEntry | null = null
    const entry = (): HostEntry => (known ??= always(ruled(ofOwner(owner, claimed.get(owner.name)))))
    for (const host of owner.hosts) table.add(host, entry)
  }
  return table
}

/** The same answer, however it is asked. */
function always(answer: Identification): HostEntry {
  return { shapes: [], request: () => answer, stored: answer }
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

function ofDomain(record: MatcherRecord, domain: Domain, ruled: Ruled): HostEntry {
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
    shapes: [],
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

function nobody(site: string): HostEntry {
  return always({
    vendorId: null,
    name: site,
    category: 'unclassified',
    disputed: false,
    purpose: null,
    layer: 'none',
    source: 'no record, list or owner names it',
    confidence: 'indicative',
  })
}
