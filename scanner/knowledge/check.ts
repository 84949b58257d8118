import { covers } from './host-table.ts'
import { selectorOf } from './selector.ts'
import { snippetOf } from './snippet.ts'
import { literalSegment } from './endpoint-table.ts'
import { faultOfPattern } from './path-pattern.ts'
import { vendorRecord, type VendorRecord } from './vendor-record.ts'

/** The data lint: what is wrong with the records, or with some of them, each in a sentence that names the record and the way out. */
export function faultsOfRecords(
  records: readonly VendorRecord[],
  about: readonly VendorRecord[] = records,
): readonly string[] {
  const ids = new Set(about.map(({ id }) => id))
  return [
    ...about.flatMap((record) => faultsOfRecord(record, records)),
    ...[...sharedHosts(records), ...sharedNames(records)]
      .filter(({ between }) => between.some((id) => ids.has(id)))
      .map(({ fault }) => fault),
  ]
}

interface SharedFault {
  readonly fault: string
  readonly between: readonly string[]
}

/** Reads what a file or user gave; a record or the sentences that say why not. */
export function parseRecord(
  id: string,
  given: unknown,
): { readonly record: VendorRecord } | { readonly faults: readonly string[] } {
  const parsed = vendorRecord.safeParse(given)
  if (!parsed.success)
    return {
      faults: parsed.error.issues.map((issue) => `${id}: at ${issue.path.join('.') || 'the top'}: ${issue.message}.`),
    }
  return parsed.data.id === id
    ? { record: parsed.data }
    : { faults: [`${id}: the id inside is '${parsed.data.id}'; make file name and id the same.`] }
}

/** Records nobody has looked at for a year. */
export function reviewsDue(records: readonly VendorRecord[], today: string): readonly string[] {
  const yearAgo = `${Number(today.slice(0, 4)) - 1}${today.slice(4)}`
  return records
    .filter(({ provenance }) => provenance.reviewed < yearAgo)
    .map(
      ({ id, provenance }) =>
        `${id}: last reviewed on ${provenance.reviewed}; look at its sources again and set the date.`,
    )
}

function faultsOfRecord(record: VendorRecord, records: readonly VendorRecord[]): readonly string[] {
  const parsed = parseRecord(record.id, record)
  if ('faults' in parsed) return parsed.faults
  return [
    ...faultsOfTemplate(record),
    ...faultsOfShapes(record, records),
    ...faultsOfStorage(record),
    ...faultsOfMarks(record),
    ...faultsOfReferences(record, records),
  ].map((fault) => `${record.id}: ${fault}`)
}

/** What `npm run new vendor` wrote holds together, and says nothing yet. */
function faultsOfTemplate({ summary, overview, categories }: VendorRecord): readonly string[] {
  const left = [
    ...(summary.startsWith('What it does for a site, in one sentence') ? ['summary'] : []),
    ...(overview.startsWith('How it works on a page: what it loads') ? ['overview'] : []),
    ...(categories.why.startsWith('What in its behaviour puts it there') ? ['categories.why'] : []),
  ]
  return left.map((where) => `${where} is still as the template had it; write what you know of this vendor.`)
}

function faultsOfShapes(record: VendorRecord, records: readonly VendorRecord[]): readonly string[] {
  const faults: string[] = []
  const own = familyOf(record, records).flatMap(({ domains }) => domains.map(({ host }) => host))
  for (const { id, hosts, path, query = {}, methods, body = [] } of record.endpoints) {
    for (const pattern of [path, ...Object.values(query)]) {
      const fault = faultOfPattern(pattern)
      if (fault !== null) faults.push(`endpoint ${id}: ${fault} (${pattern}).`)
    }
    const foreign = hosts.filter((host) => host === '*' || !own.some((pattern) => covers(pattern, sampleHost(host))))
    if (foreign.length > 0 && body.length < TELLING_NAMES && !isTelling(path, query)) {
      faults.push(
        `endpoint ${id}: on a host the record does not list (${foreign.join(', ')}) a shape needs a query parameter or a longer plain path; else list the host under domains.`,
      )
    }
    const isPayload = methods?.join() === 'POST' && Object.keys(query).length + body.length >= TELLING_NAMES
    if (hosts.includes('*') && literalSegment(path) === null && !isPayload) {
      faults.push(
        `endpoint ${id}: a shape for any host needs one plain path segment, by which it is found, or the method POST with ${TELLING_NAMES} names of its query or body.`,
      )
    }
  }
  return faults
}

/** So many names together are nobody else's. */
const TELLING_NAMES = 3

/** A shape on a host that others use too must be unmistakable. */
function isTelling(path: string, query: object): boolean {
  const literal = literalSegment(path) ?? ''
  if (path.startsWith('^/cdn-cgi/')) return true // Cloudflare keeps this folder of every site it serves to itself.
  return Object.keys(query).length > 0 || literal.length >= 10 || /\{\d{2,}\}/.test(path) || path.split('/').length > 4
}

function faultsOfStorage(record: VendorRecord): readonly string[] {
  return record.storage.flatMap(({ name, party, hosts }) => {
    const fixed = name.replaceAll(/\*|<n>/g, '')
    if (party === 'third' && hosts === undefined) return [`storage ${name}: a third-party item needs hosts.`]
    if (fixed.length < 3 && hosts === undefined) return [`storage ${name}: so short a name needs hosts.`]
    return []
  })
}

/** A mark that cannot be looked for would never be found. */
function faultsOfMarks({ marks }: VendorRecord): readonly string[] {
  return marks.flatMap(({ kind, value }) => {
    if (kind === 'selector' && selectorOf(value) === null)
      return [`mark ${value}: write the selector as tag#id.class[name^='value'], without > or :.`]
    if (kind === 'inline' && snippetOf(value) === null)
      return [`mark ${value}: an inline mark needs a name or address of at least three letters.`]
    return []
  })
}

function faultsOfReferences(record: VendorRecord, records: readonly VendorRecord[]): readonly string[] {
  const ids = new Set(records.map(({ id }) => id))
  const facts = new Set([
    ...record.endpoints.map(({ id }) => `endpoint:${id}`),
    ...record.storage.map(({ name }) => `storage:${name}`),
    ...record.marks.map(({ value }) => `mark:${value}`),
  ])
  const named = [...record.related.map(({ vendor }) => vendor), ...(record.partOf === undefined ? [] : [record.partOf])]
  const evidence = record.behaviours.flatMap(({ evidence: proofs }) => proofs)
  return [
    ...named
      .filter((id) => !ids.has(id))
      .map((id) => `names the vendor ${id}, which has no record; write it or remove the name.`),
    ...named.filter((id) => id === record.id).map(() => 'is related to itself; remove that line.'),
    ...evidence
      .filter((fact) => !facts.has(fact))
      .map((fact) => `a behaviour rests on ${fact}, which the record does not hold.`),
    ...faultsOfSources(record),
    ...usedCategories(record)
      .filter((category) => !record.categories.all.includes(category))
      .map((category) => `uses the category ${category}; add it to categories.all.`),
    ...duplicates(record.endpoints.map(({ id }) => id)).map((id) => `two endpoints are called ${id}; rename one.`),
  ]
}

function faultsOfSources({ provenance, ...facts }: VendorRecord): readonly string[] {
  // A query parameter may be called `source` too.
  const endpoints = facts.endpoints.map((endpoint) => ({ ...endpoint, query: undefined }))
  const text = JSON.stringify({ ...facts, endpoints })
  const cited = new Set(
    [...text.matchAll(/"sources":\[([^\]]*)\]|"source":"([^"]*)"/g)].flatMap(
      ([, many, one]) => one ?? many?.replaceAll('"', '').split(',') ?? [],
    ),
  )
  const proven = [...facts.domains, ...facts.endpoints, ...facts.storage, ...facts.marks]
  const observed = proven.filter(
    ({ confidence, sources }) =>
      confidence === 'observed' && !sources.some((key) => provenance.sources[key]?.kind === 'scan'),
  )
  return [
    ...[...cited]
      .filter((key) => !(key in provenance.sources))
      .map((key) => `cites the source ${key}, which provenance.sources does not list.`),
    ...Object.keys(provenance.sources)
      .filter((key) => !cited.has(key))
      .map((key) => `lists the source ${key}, which no fact cites; remove it.`),
    ...observed.map(() => "says 'observed' without a scan among its sources; cite the scan or lower the confidence."),
  ]
}

function usedCategories({ endpoints, storage }: VendorRecord): readonly VendorRecord['categories']['primary'][] {
  return [...new Set([...endpoints, ...storage].map(({ category }) => category))]
}

/** Every host stands in one record only. */
function sharedHosts(records: readonly VendorRecord[]): readonly SharedFault[] {
  const hosts = records.flatMap(({ id, domains }) => domains.map(({ host }) => ({ id, name: host })))
  return shared(hosts).map(([host, between]) => ({
    fault: `${between.join(' and ')} both list the host ${host}; keep it in one and use endpoints in the other.`,
    between,
  }))
}

function sharedNames(records: readonly VendorRecord[]): readonly SharedFault[] {
  const names = records.flatMap(({ id, storage }) =>
    storage
      .filter(({ hosts }) => hosts === undefined)
      .flatMap(({ name, areas }) => areas.map((area) => ({ id, name: `${name} (${area})` }))),
  )
  return shared(names).map(([name, between]) => ({
    fault: `${between.join(' and ')} both claim ${name} on any host; give hosts or keep it in one.`,
    between,
  }))
}

function shared(
  claims: readonly { readonly id: string; readonly name: string }[],
): readonly (readonly [string, readonly string[]])[] {
  const byName = Map.groupBy(claims, ({ name }) => name)
  return [...byName]
    .map(([name, group]) => [name, [...new Set(group.map(({ id }) => id))]] as const)
    .filter(([, ids]) => ids.length > 1)
}

/** A vendor, its umbrella, and the other parts of that umbrella: one company may use each other's hosts. */
function familyOf(record: VendorRecord, records: readonly VendorRecord[]): readonly VendorRecord[] {
  const root = record.partOf ?? record.id
  return records.filter(({ id, partOf }) => id === root || partOf === root)
}

function sampleHost(pattern: string): string {
  return pattern.replace(/^\*\./, 'x.').replace(/\.\*$/, '.com')
}

function duplicates(names: readonly string[]): readonly string[] {
  return names.filter((name, at) => names.indexOf(name) !== at)
}
