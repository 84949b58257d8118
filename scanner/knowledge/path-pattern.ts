/** What is wrong with the pattern of a path or parameter, in words that say what to do; `null` when nothing is. */
export function faultOfPattern(pattern: string): string | null {
  if (!pattern.startsWith('^') || !pattern.endsWith('$')) return 'begin it with ^ and end it with $'
  if (pattern.length > 160) return 'shorten it to 160 characters or split it into two endpoints'
  if (!compiles(pattern)) return 'it is no valid regular expression'
  if (/\\[1-9]|\(\?(?!:)/.test(pattern)) return 'leave out back-references and look-arounds'
  return faultOfRepeats(pattern)
}

function compiles(pattern: string): boolean {
  try {
    return RegExp(pattern).source !== ''
  } catch {
    return false
  }
}

/**
 * Repeats are what hostile addresses exploit. Allowed are: one open-ended `.*` or `.{0,n}` just before the end; bounded repeats of one
 * character class; groups repeated only when bounded small and ending in `/`, so that every pass is told from the next.
 */
function faultOfRepeats(pattern: string): string | null {
  const body = pattern.replace(/(?:\.\*|\.\{0,\d{1,3}\})\)?\??\)?\$$/, '')
  if (/(?<!\\)[+]|(?<!\\)\*|\{\d+,\}/.test(withoutClasses(body)))
    return 'bound every repeat: write {1,64} for + and *, or end with .*$'
  if (/(?<!\\)\.\{/.test(withoutClasses(body))) return 'repeat a character class rather than any character'
  for (const [, inner = '', most = '1'] of body.matchAll(/\(((?:[^()\\]|\\.)*)\)\{(?:\d+,)?(\d+)\}/g)) {
    if (Number(most) > 5 || !inner.endsWith('/')) return 'repeat a group at most 5 times, and end it with /'
  }
  const worst = Math.max(0, ...body.split('/').map(longRepeats))
  return worst > 2 ? 'use at most two long repeats in one path segment' : null
}

/** Repeats that may run over more than 16 characters, in one path segment. */
function longRepeats(segment: string): number {
  return [...segment.matchAll(/\{(?:\d+,)?(\d+)\}/g)].filter(([, most]) => Number(most) > 16).length
}

function withoutClasses(pattern: string): string {
  return pattern.replace(/\[(?:[^\]\\]|\\.)*\]/g, 'c')
}
