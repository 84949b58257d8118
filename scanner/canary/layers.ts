/** A text as it stands, and what it says once percent-encoding and base64 are taken off. */
export interface Layers {
  readonly raw: string
  /** The same text when nothing in it is encoded. */
  readonly decoded: string
  /** What stands in it as base64. */
  readonly inside: readonly string[]
}

export function layersOf(text: string): Layers {
  const raw = text.slice(0, LONGEST_READ)
  const decoded = percentDecoded(raw)
  return { raw, decoded, inside: base64In(decoded === raw ? raw : `${raw}\n${decoded}`).map(percentDecoded) }
}

/** Characters of one text that are read; what is longer is said to have been read in part. */
export const LONGEST_READ = 1_048_576

/**
 * Some wrap an address in an address in an address; JSON has a way of its own to write `@`. Forms write a blank as `+`,
 * which means itself in base64: the text is read both ways, each reading below the other.
 */
function percentDecoded(text: string): string {
  const readings = [text]
  for (let depth = 0; depth < 3; depth++) {
    const before = readings.at(-1) ?? ''
    const after = before
      .replaceAll(/(%[0-9a-f]{2})+/gi, decodedOrSame)
      .replaceAll(/\\u00([0-7][0-9a-f])/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))
    if (after === before) break
    readings.push(after)
  }
  const isForm = text.includes('+')
  if (readings.length === 1 && !isForm) return text
  return [...readings.slice(1), ...(isForm ? [(readings.at(-1) ?? '').replaceAll('+', ' ')] : [])].join('\n')
}

function decodedOrSame(encoded: string): string {
  try {
    return decodeURIComponent(encoded)
  } catch {
    return encoded
  }
}

/** A run of its letters may begin with some that belong to a word before it: all four ways of reading it are tried. */
function base64In(text: string): readonly string[] {
  const runs = text.match(/[A-Za-z0-9+/_-]{16,}/g) ?? []
  return [...new Set(runs)].flatMap((run) =>
    [0, 1, 2, 3].map((offset) => Buffer.from(run.slice(offset), 'base64').toString('latin1')),
  )
}
