/** The pattern of a path, taken apart so that most paths are told from it without running it: half of all patterns are plain text. */
export interface PathShape {
  /** Plain text every fitting path begins with. */
  readonly start: string
  /** The longest path that fits. */
  readonly longest: number
  /** What decides beyond the start; `null` when any end will do. Made when first asked for: there are thousands, and a scan meets a few. */
  pattern(): RegExp | null
}

export function pathShape(path: string): PathShape {
  const start = plainStart(path)
  const rest = path.slice(start.written, -1)
  const open = /^\.(?:\*|\{0,(\d{1,3})\})$/.exec(rest)
  if (rest !== '' && open === null) {
    let pattern: RegExp | null = null
    return { start: start.text, longest: Infinity, pattern: () => (pattern ??= new RegExp(path)) }
  }
  const more = rest === '' ? 0 : Number(open?.[1] ?? Infinity)
  return { start: start.text, longest: start.text.length + more, pattern: () => null }
}

/** Paths are compared up to this length; the rest is data. */
export const MAX_PATH = 512

export function fitsPath({ start, longest, pattern }: PathShape, path: string): boolean {
  if (!path.startsWith(start)) return false
  if (path.length > longest && longest < MAX_PATH) return false
  return pattern()?.test(path.length > MAX_PATH ? path.slice(0, MAX_PATH) : path) ?? true
}

/** The text up to the first sign with a meaning of its own; a sign that is repeated belongs to what follows. */
function plainStart(path: string): { readonly text: string; readonly written: number } {
  const signs = [...path.slice(1).matchAll(/([\w/@~=,;:%-]|\\[^\w])(?![*+?{])/gy)].map(([sign]) => sign)
  const isWhole = !/[^\\]\|/.test(path.replace(/\((?:[^()]|\([^()]*\))*\)/g, ''))
  const written = isWhole ? signs : []
  return { text: written.join('').replaceAll('\\', ''), written: written.join('').length + 1 }
}
