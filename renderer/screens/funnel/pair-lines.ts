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
