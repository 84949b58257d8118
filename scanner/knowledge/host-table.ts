import { getDomainWithoutSuffix, getSubdomain } from 'tldts'

/** Rules filed under host patterns, found by walking a host's suffixes: Map look-ups only, most specific first. */
export interface HostTable<T> {
  add(pattern: string, rule: T): void
  /** `false`: surely none. Most hosts are nobody's, and that is seen at once. */
  mayCover(host: string): boolean
  /** Every rule whose pattern covers the host: exact, then the nearest suffix, then brands under any public suffix. */
  covering(host: string): readonly T[]
}

export function hostTable<T>(): HostTable<T> {
  const exact = new Map<string, T[]>()
  const suffix = new Map<string, T[]>()
  /** The last two labels of every pattern. */
  const tails = new Set<string>()
  let holdsTopLevel = false
  const anySuffix = new Map<string, { readonly prefix: string; readonly rule: T }[]>()
  const brands = labelSieve()
  return {
    add(pattern, rule) {
      if (pattern.endsWith('.*')) {
        const labels = pattern.slice(0, -2).split('.')
        const brand = labels.at(-1) ?? ''
        push(anySuffix, brand, { prefix: labels.slice(0, -1).join('.'), rule })
        brands.add(brand)
        return
      }
      tails.add(tailOf(pattern))
      if (!pattern.startsWith('*.')) return push(exact, pattern, rule)
      holdsTopLevel ||= !pattern.includes('.', 2)
      push(suffix, pattern.slice(2), rule)
    },
    mayCover: (host) => holdsTopLevel || tails.has(tailOf(host)) || brands.mayStandIn(host),
    covering(host) {
      if (!holdsTopLevel && !tails.has(tailOf(host))) return brands.mayStandIn(host) ? ofBrand(host, anySuffix) : NONE
      const found = [...(exact.get(host) ?? [])]
      for (const ending of endingsOf(host)) {
        const rules = suffix.get(ending)
        if (rules) found.push(...rules)
      }
      return brands.mayStandIn(host) ? found.concat(ofBrand(host, anySuffix)) : found
    },
  }
}

/** Whether one host pattern covers a host; for lints and storage rules, not for the hot path. */
export function covers(pattern: string, host: string): boolean {
  if (pattern === '*') return true
  const table = hostTable<true>()
  table.add(pattern, true)
  return table.covering(host).length > 0
}

const NONE: readonly never[] = []

/** `b.example` of `a.b.example`; kept like the endings below. */
function tailOf(host: string): string {
  if (host === lastTail.host) return lastTail.tail
  const dot = host.lastIndexOf('.')
  const before = dot <= 0 ? -1 : host.lastIndexOf('.', dot - 1)
  lastTail = { host, tail: before < 0 ? host : host.slice(before + 1) }
  return lastTail.tail
}

let lastTail = { host: '', tail: '' }

/** Tells by length and first letter that no label of a host is one of the names: that saves taking nearly every host apart. */
function labelSieve() {
  const outlines = new Set<number>()
  const outlineOf = (length: number, first: number): number => length * 65_536 + first
  return {
    add: (label: string) => outlines.add(outlineOf(label.length, label.charCodeAt(0))),
    mayStandIn(host: string): boolean {
      if (outlines.size === 0) return false
      for (let start = 0, dot = host.indexOf('.'); dot >= 0; start = dot + 1, dot = host.indexOf('.', start))
        if (outlines.has(outlineOf(dot - start, host.charCodeAt(start)))) return true
      return false
    },
  }
}

/** `www.google.*` covers www.google.de; `*.google.*` also google.de and maps.google.de. */
function ofBrand<T>(
  host: string,
  brands: ReadonlyMap<string, readonly { readonly prefix: string; readonly rule: T }[]>,
): readonly T[] {
  const brand = getDomainWithoutSuffix(host)
  const rules = brand === null ? undefined : brands.get(brand)
  if (!rules) return []
  const subdomain = getSubdomain(host) ?? ''
  return rules.filter(({ prefix }) => prefix === '*' || prefix === subdomain).map(({ rule }) => rule)
}

/** The host and what follows each of its dots. Several tables are asked about one host in a row, so the last answer is kept. */
function endingsOf(host: string): readonly string[] {
  if (host === last.host) return last.endings
  const endings: string[] = []
  for (let at = suffixStart(host); at >= 0; at = nextLabel(host, at)) endings.push(at === 0 ? host : host.slice(at))
  last = { host, endings }
  return endings
}

let last: { readonly host: string; readonly endings: readonly string[] } = { host: '', endings: [] }

/** Nobody files a rule ten labels deep; a made-up host may have a hundred. */
function suffixStart(host: string): number {
  let at = host.length
  for (let labels = 0; labels < 10 && at > 0; labels++) at = host.lastIndexOf('.', at - 1)
  return at <= 0 ? 0 : at + 1
}

function nextLabel(host: string, from: number): number {
  const dot = host.indexOf('.', from)
  return dot < 0 ? -1 : dot + 1
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}
