import type { Identification } from '../model.ts'
import { hostTable } from './host-table.ts'
import { queryValue, type UrlParts } from './url-parts.ts'
import type { MatcherRecord } from './matcher-record.ts'

/** One request shape of a vendor, ready to be tried. */
export interface EndpointRule {
  readonly identification: Identification
  /** Patterns are made when first tried: there are thousands, and a scan meets a few. */
  path(): RegExp
  /** The same with the places of its ids, when it marks any. */
  ids(): RegExp | null
  query(): readonly (readonly [name: string, value: RegExp])[]
  readonly methods: readonly string[]
  /** Constraints beyond the host; where shapes overlap, the one that asks for more is tried first. */
  readonly weight: number
}

export interface EndpointTable {
  add(endpoint: MatcherRecord['endpoints'][number], identification: Identification): void
  /** The shapes filed under this host, for the caller to keep: the host is the same for thousands of requests. */
  underHost(host: string): readonly EndpointRule[]
  /** The first shape that fits, of those under the host or of those at home on any host. */
  find(underHost: readonly EndpointRule[], parts: UrlParts, method: string): EndpointRule | null
}

export function endpointTable(): EndpointTable {
  const hosts = hostTable<EndpointRule>()
  const anyHost = new Map<string, EndpointRule[]>()
  return {
    add(endpoint, identification) {
      const rule = ruleOf(endpoint, identification)
      for (const host of endpoint.hosts) {
        if (host !== '*') hosts.add(host, rule)
        else fileBySegment(anyHost, endpoint.path, rule)
      }
    },
    underHost: (host) => hosts.covering(host).toSorted((a, b) => b.weight - a.weight),
    find(underHost, parts, method) {
      for (const rule of underHost) if (fits(rule, parts, method)) return rule
      return anyHost.size === 0 ? null : findBySegment(anyHost, parts, method)
    },
  }
}

/** The longest path segment that is plain text: the key of a shape that may stand on any host. */
export function literalSegment(path: string): string | null {
  const literals = withoutGroups(path.replace(/^\^|\$$/g, ''))
    .split('/')
    .filter((segment) => /^(?:[\w-]|\\[.-])+$/.test(segment))
    .map((segment) => segment.replaceAll('\\', ''))
  return literals.toSorted((a, b) => b.length - a.length)[0] ?? null
}

/** A group stands for unknown text; one that ends in a slash also ends its segment. */
function withoutGroups(path: string): string {
  const outer = path.replace(/\(((?:[^()\\]|\\.)*)\)(?:\{[\d,]*\}|\?)?/g, (_, inner: string) =>
    inner.endsWith('/') ? '*/' : '*',
  )
  return outer === path ? path : withoutGroups(outer)
}

/** Paths are compared up to this length; the rest is data. */
export const MAX_PATH = 512

/** No shape has a longer plain segment, for the pattern of a path has at most 160 characters. */
const MAX_SEGMENT = 160

/** Real paths of trackers are shallow; a hostile one must not cost more. */
const MAX_SEGMENTS = 12
const MAX_TRIED = 4

function ruleOf(endpoint: MatcherRecord['endpoints'][number], identification: Identification): EndpointRule {
  const wanted = Object.entries(endpoint.query ?? {})
  const marksIds = /\((?!\?)/.test(endpoint.path)
  let path: RegExp | null = null
  let ids: RegExp | null = null
  let query: ReturnType<EndpointRule['query']> | null = null
  return {
    identification,
    path: () => (path ??= new RegExp(endpoint.path)),
    ids: () => (marksIds ? (ids ??= new RegExp(endpoint.path, 'd')) : null),
    query: () => (query ??= wanted.map(([name, value]) => [name, new RegExp(value)] as const)),
    methods: endpoint.methods ?? [],
    weight: wanted.length * 100 + (endpoint.methods ? 50 : 0) + Math.min(endpoint.path.length, 49),
  }
}

function fits(rule: EndpointRule, { path, query }: UrlParts, method: string): boolean {
  if (rule.methods.length > 0 && !rule.methods.includes(method)) return false
  if (!rule.path().test(path.length > MAX_PATH ? path.slice(0, MAX_PATH) : path)) return false
  return rule.query().every(([name, value]) => {
    const found = queryValue(query, name)
    return found !== null && value.test(found.slice(0, MAX_PATH))
  })
}

function findBySegment(
  anyHost: ReadonlyMap<string, readonly EndpointRule[]>,
  parts: UrlParts,
  method: string,
): EndpointRule | null {
  const { path } = parts
  const tried: (readonly EndpointRule[])[] = []
  for (let from = 1, count = 0; from > 0 && from <= path.length && count < MAX_SEGMENTS; count++) {
    const slash = path.indexOf('/', from)
    const end = slash < 0 ? path.length : slash
    // Most segments are no key by their length alone.
    const rules = end - from > MAX_SEGMENT ? undefined : anyHost.get(path.slice(from, end))
    if (rules !== undefined && !tried.includes(rules)) {
      const rule = rules.find((candidate) => fits(candidate, parts, method))
      if (rule) return rule
      // A path that repeats a word, or is made of all of them, is no vendor's.
      if (tried.push(rules) === MAX_TRIED) return null
    }
    from = slash + 1
  }
  return null
}

function fileBySegment(anyHost: Map<string, EndpointRule[]>, path: string, rule: EndpointRule): void {
  const segment = literalSegment(path)
  if (segment === null) return // The data lint refuses such a shape and says so.
  anyHost.set(
    segment,
    [...(anyHost.get(segment) ?? []), rule].toSorted((a, b) => b.weight - a.weight),
  )
}
