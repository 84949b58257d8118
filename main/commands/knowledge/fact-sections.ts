import type { VendorRecord } from '../../../scanner/knowledge/vendor-record.ts'
import type { Entry, Section } from './show-text.ts'

/** By what it is recognised, how sure each fact is, and where it comes from. */
export function factSections(record: VendorRecord): readonly Section[] {
  return [
    {
      title: 'Hosts',
      entries: record.domains.map((domain) => ({
        head: `${domain.host}  ${domain.role}, ${domain.category}`,
        lines: [domain.note ?? '', ...proof(domain)],
      })),
    },
    {
      title: 'Requests',
      entries: record.endpoints.map((endpoint) => ({
        head: `${endpoint.id}  ${endpoint.purpose}, ${endpoint.category}`,
        lines: [endpoint.what, shapeOf(endpoint), ...proof(endpoint)],
      })),
    },
    {
      title: 'Cookies and storage',
      entries: record.storage.map((item) => ({
        head: `${item.name}  ${item.areas.join(', ')}, ${item.category}${item.identifier ? ', identifier' : ''}, ${lifetimeOf(item.lifetime)}`,
        lines: [item.purpose, whereOf(item), ...proof(item)],
      })),
    },
    {
      title: 'Marks on the page',
      entries: record.marks.map((mark) => ({
        head: `${mark.kind}: ${mark.value}`,
        lines: [mark.note, ...proof(mark)],
      })),
    },
    { title: 'Click parameters', entries: record.clickIds.length === 0 ? [] : [plain(record.clickIds.join(', '))] },
    {
      title: 'Claims we could not confirm',
      entries: record.openQuestions.map(({ claim, finding, sources }) => ({
        head: `- ${claim}`,
        lines: [`${finding}${from(sources)}`],
      })),
    },
    {
      title: 'Related vendors',
      entries: record.related.map(({ vendor, relation, note }) =>
        plain(`${vendor}  ${relation}${note ? `: ${note}` : ''}`),
      ),
    },
    { title: 'Sources', entries: sourcesOf(record) },
  ]
}

type Proven = Pick<VendorRecord['marks'][number], 'confidence' | 'sources' | 'disputed'>

function proof({ confidence, sources, disputed }: Proven): readonly string[] {
  return [`${CONFIDENCE[confidence]}${from(sources)}`, disputed === undefined ? '' : `Disputed: ${disputed}`]
}

function from(sources: readonly string[]): string {
  return ` [${sources.join(', ')}]`
}

const CONFIDENCE = {
  observed: 'seen by us',
  code: 'read in code',
  'vendor-doc': 'documented by the vendor',
  'third-party': 'documented by others',
  inferred: 'from memory, waits for proof',
} as const satisfies Record<Proven['confidence'], string>

function shapeOf({ hosts, path, query = {}, methods, body = [] }: VendorRecord['endpoints'][number]): string {
  const parameters = Object.entries(query).map(([name, value]) => `${name}=${value}`)
  const names = body.length === 0 ? '' : `body with ${body.join(', ')}`
  return [methods?.join(' or ') ?? '', hosts.join(', '), path, parameters.join(' '), names]
    .filter((part) => part !== '')
    .join('  ')
}

function whereOf({ party, hosts, vendorClaims }: VendorRecord['storage'][number]): string {
  const place = { first: "under the site's domain", third: "under the vendor's domain", either: 'under either domain' }
  const claim = vendorClaims === undefined ? '' : `; the vendor calls it ${vendorClaims}`
  return `${place[party]}${hosts === undefined ? '' : ` (${hosts.join(', ')})`}${claim}`
}

function lifetimeOf({ session, min, typical, max, note }: VendorRecord['storage'][number]['lifetime']): string {
  const told = [
    session ? 'session' : '',
    typical ?? '',
    min ? `at least ${min}` : '',
    max ? `at most ${max}` : '',
    note ?? '',
  ]
  return told.filter((part) => part !== '').join(', ') || 'lifetime not known'
}

function sourcesOf({ provenance: { sources, reviewed, by, license } }: VendorRecord): Entry[] {
  return [
    ...Object.entries(sources).map(([key, { kind, title, url, scan, seen }]) => ({
      head: `[${key}] ${title} (${kind}, seen ${seen})`,
      lines: [url ?? '', scan === undefined ? '' : `scan ${scan}`],
    })),
    plain(`Reviewed ${reviewed} by ${by}; ${license}`),
  ]
}

function plain(head: string): Entry {
  return { head, lines: [] }
}
