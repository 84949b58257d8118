/** Rules filed under names of cookies and storage keys, exact, with `*` for anything or `<n>` for a number; exact names first, then the longest fixed part. */
export interface NameTable<T> {
  add(name: string, rule: T): void
  matching(name: string): readonly T[]
}

interface Glob<T> {
  readonly fixed: number
  readonly parts: readonly string[]
  /** Of names with numbers: what the whole has to be. */
  readonly whole: RegExp | null
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
      const parts = name.split(VARIES)
      if (parts.length === 1) return push(exact, name, rule)
      const glob = { fixed: parts.join('').length, parts, whole: name.includes(NUMBER) ? wholeOf(name) : null, rule }
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

const NUMBER = '<n>'
const VARIES = /\*|<n>/

/** No cookie's name holds a bracket, so `<n>` is never meant as it stands. */
function wholeOf(name: string): RegExp {
  const parts = name
    .split(/(\*|<n>)/)
    .map((part) => (part === NUMBER ? '\\d{1,20}' : part === '*' ? '.+' : part.replace(/[^\w]/g, String.raw`\$&`)))
  return new RegExp(`^${parts.join('')}$`)
}

function keep<T>(into: Glob<T>[], globs: readonly Glob<T>[] | undefined, name: string): void {
  for (const glob of globs ?? [])
    if (fitsGlob(glob.parts, name) && (glob.whole === null || glob.whole.test(name))) into.push(glob)
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}
