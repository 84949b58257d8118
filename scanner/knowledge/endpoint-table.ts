import type { Identification } from '../model.ts'
import { hostTable } from './host-table.ts'
import { fitsPath, MAX_PATH, pathShape, type PathShape } from './path-shape.ts'
import { queryValue, type UrlParts } from './url-parts.ts'
import type { MatcherRecord } from './matcher-record.ts'

/** One request shape of a vendor, ready to be tried. */
export interface EndpointRule {
  /** Put together when first asked for, like the patterns. */
  readonly identification: Identification
  /** Patterns are read when first tried: there are thousands, and a scan meets a few. */
  path(): PathShape
  /** The same with the places of its ids, when it marks any. */
  ids(): RegExp | null
  query(): readonly (readonly [name: string, value: RegExp])[]
  readonly methods: readonly string[]
  /** Names the body must hold. */
  readonly body: readonly string[]
  /** Constraints beyond the host; where shapes overlap, the one that asks for more is tried first. */
  readonly weight: number
}

export interface EndpointTable {
  add(endpoint: MatcherRecord['endpoints'][number], identify: () => Identification): void
  /** `false`: surely no shape is filed under this host. */
  mayHave(host: string): boolean
  /** The shapes filed under this host, for the caller to keep: the host is the same for thousands of requests. */
  underHost(host: string): readonly EndpointRule[]
  /** The first shape that fits, of those under the host or of those at home on any host. */
  find(underHost: readonly EndpointRule[], parts: UrlParts, sent: Sent): EndpointRule | null
}

/** What is told of a request besides its address. */
export interface Sent {
  readonly method: string
  readonly bodyNames?: readonly string[] | undefined
}

export function endpointTable(): EndpointTable {
  const hosts = hostTable<EndpointRule>()
  const anyHost = segmentTable()
  /** Known on any host and any path by what is sent alone: a few, and asked of what is posted and nobody's. */
  const byPayload: EndpointRule[] = []
  return {
    add(endpoint, identify) {
      const rule = ruleOf(endpoint, identify)
      for (const host of endpoint.hosts) {
        if (host !== '*') hosts.add(host, rule)
        else if (literalSegment(endpoint.path) === null) byPayload.push(rule)
        else anyHost.add(endpoint.path, rule)
      }
    },
    mayHave: (host) => hosts.mayCover(host),
    underHost(host) {
      const rules = hosts.covering(host)
      return rules.length < 2 ? rules : rules.toSorted((a, b) => b.weight - a.weight)
    },
    find(underHost, parts, sent) {
      for (const rule of underHost) if (fits(rule, parts, sent)) return rule
      const rule = anyHost.find(parts, sent)
      if (rule !== null || sent.method !== 'POST') return rule
      return byPayload.find((candidate) => fits(candidate, parts, sent)) ?? null
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

/** Real paths of trackers are shallow; a hostile one must not cost more. */
const MAX_SEGMENTS = 12
const MAX_TRIED = 4

function ruleOf(endpoint: MatcherRecord['endpoints'][number], identify: () => Identification): EndpointRule {
  let known: Identification | null = null
  let path: PathShape | null = null
  let ids: RegExp | null | undefined
  let query: ReturnType<EndpointRule['query']> | null = null
  const { query: wanted = {}, methods = [], body = [] } = endpoint
  return {
    get identification() {
      return (known ??= identify())
    },
    path: () => (path ??= pathShape(endpoint.path)),
    ids() {
      if (ids === undefined) ids = /\((?!\?)/.test(endpoint.path) ? new RegExp(endpoint.path, 'd') : null
      return ids
    },
    query: () => (query ??= Object.entries(wanted).map(([name, value]) => [name, new RegExp(value)] as const)),
    methods,
    body,
    weight:
      (Object.keys(wanted).length + body.length) * 100 +
      (methods.length > 0 ? 50 : 0) +
      Math.min(endpoint.path.length, 49),
  }
}

function fits(rule: EndpointRule, { path, query }: UrlParts, { method, bodyNames }: Sent): boolean {
  if (rule.methods.length > 0 && !rule.methods.includes(method)) return false
  if (!fitsPath(rule.path(), path)) return false
  for (const [name, value] of rule.query()) {
    const found = queryValue(query, name)
    if (found === null || !value.test(found.length > MAX_PATH ? found.slice(0, MAX_PATH) : found)) return false
  }
  return rule.body.length === 0 || rule.body.every((name) => bodyNames?.includes(name))
}

/** Shapes that may stand on any host, filed under a plain segment of their path. */
function segmentTable() {
  const bySegment = new Map<string, readonly EndpointRule[]>()
  /** First sign and length of every key: nearly no segment of an address shares both with one. */
  const outlines = new Set<number>()
  return {
    add(path: string, rule: EndpointRule) {
      const segment = literalSegment(path)
      if (segment === null) return
      const filed = [...(bySegment.get(segment) ?? []), rule]
      bySegment.set(
        segment,
        filed.toSorted((a, b) => b.weight - a.weight),
      )
      outlines.add(outlineOf(segment, 0, segment.length))
    },
    find(parts: UrlParts, sent: Sent): EndpointRule | null {
      const { path } = parts
      let tried: (readonly EndpointRule[])[] | null = null
      for (let from = 1, count = 0; from > 0 && from < path.length && count < MAX_SEGMENTS; count++) {
        const slash = path.indexOf('/', from)
        const end = slash < 0 ? path.length : slash
        if (outlines.has(outlineOf(path, from, end))) {
          const rules = bySegment.get(path.slice(from, end))
          if (rules !== undefined && !tried?.includes(rules)) {
            const rule = rules.find((candidate) => fits(candidate, parts, sent))
            if (rule) return rule
            // A path that repeats a word, or is made of all of them, is no vendor's.
            if ((tried ??= []).push(rules) === MAX_TRIED) return null
          }
        }
        from = slash + 1
      }
      return null
    },
  }
}

function outlineOf(text: string, from: number, end: number): number {
  return (end - from) * 65_536 + text.charCodeAt(from)
}
