import { HIDDEN, revealed } from '../../parts/hidden.ts'

/** Names and values as lines of a text, such as `X-Preview: 1` or `staging.shop.example 10.0.0.5:8443`. */

type Separator = ' ' | ': '

export function linesOfPairs(pairs: Readonly<Record<string, unknown>>, separator: Separator): string {
  return Object.entries(pairs)
    .map(([name, value]) => `${name}${separator}${typeof value === 'string' ? value : ''}`)
    .join('\n')
}

/** A line without a separator is a name without a value, which the check will say. */
export function pairsOfLines(text: string, separator: Separator): Readonly<Record<string, string>> {
  const pairs = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => {
      const at = separator === ' ' ? line.search(/\s/) : line.indexOf(':')
      return at < 0 ? [line, ''] : [line.slice(0, at).trim(), line.slice(at + 1).trim()]
    })
  return Object.fromEntries(pairs) as Record<string, string>
}

export function hiddenPairs(pairs: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(pairs).map(([name, value]) => [name, value === '' ? '' : HIDDEN]))
}

/** What is still hidden is what it was, under its name or, when that was changed, in its place. */
export function revealedPairs(
  typed: Readonly<Record<string, string>>,
  kept: Readonly<Record<string, unknown>>,
): Readonly<Record<string, string>> {
  const inPlace = Object.values(kept)
  const entries = Object.entries(typed).map(([name, value], at) => {
    const before = kept[name] ?? inPlace[at]
    return [name, revealed(value, typeof before === 'string' ? before : '')] as const
  })
  return Object.fromEntries(entries)
}
