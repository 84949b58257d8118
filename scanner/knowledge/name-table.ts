/** Rules filed under names of cookies and storage keys, exact or with `*`; exact names first, then the longest fixed part. */
export interface NameTable<T> {
  add(name: string, rule: T): void
  matching(name: string): readonly T[]
}

interface Glob<T> {
  readonly fixed: number
  readonly parts: readonly string[]
  readonly rule: T
}

export function nameTable<T>(): NameTable<T> {
  const exact = new Map<string, T[]>()
  const byStart = new Map<string, Glob<T>[]>()
  const byEnd = new Map<string, Glob<T>[]>()
  const startLengths = new Set<number>()
  const endLengths = new Set<number>()
  return {
    add(name, rule) {
      const parts = name.split('*')
      if (parts.length === 1) return push(exact, name, rule)
      const glob = { fixed: name.length - parts.length + 1, parts, rule }
      const [start = '', end = ''] = [parts[0], parts.at(-1)]
      if (start !== '') {
        startLengths.add(start.length)
        push(byStart, start, glob)
      } else {
        endLengths.add(end.length)
        push(byEnd, end, glob)
      }
    },
    matching(name) {
      const globs: Glob<T>[] = []
      for (const length of startLengths) keep(globs, byStart.get(name.slice(0, length)), name)
      for (const length of endLengths) keep(globs, byEnd.get(name.slice(name.length - length)), name)
      const ranked = globs.length > 1 ? globs.toSorted((a, b) => b.fixed - a.fixed) : globs
      return [...(exact.get(name) ?? []), ...ranked.map(({ rule }) => rule)]
    },
  }
}

/** Whether the fixed parts stand in the name in order; `*` stands for one character or more. */
export function fitsGlob(parts: readonly string[], name: string): boolean {
  const [start = '', end = ''] = [parts[0], parts.at(-1)]
  if (parts.length === 1) return name === start
  if (!name.startsWith(start) || !name.endsWith(end)) return false
  let at = start.length
  for (const part of parts.slice(1, -1)) {
    const found = name.indexOf(part, at + 1)
    if (found < 0) return false
    at = found + part.length
  }
  return name.length - end.length > at
}

function keep<T>(into: Glob<T>[], globs: readonly Glob<T>[] | undefined, name: string): void {
  for (const glob of globs ?? []) if (fitsGlob(glob.parts, name)) into.push(glob)
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}
