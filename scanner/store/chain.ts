import { hash } from 'node:crypto'

/** What the first line of a log carries in place of a hash. */
export const CHAIN_START = '0'.repeat(64)

/**
 * Puts the hash of the line before into each line, as its last field `prev`: a plain reader still sees plain
 * observations, and a line that was changed, moved, added or taken out no longer fits its neighbours.
 */
export class ChainWriter {
  #prev = CHAIN_START

  /** `line` is one JSON object, as `JSON.stringify` writes it. */
  link(line: string): string {
    const open = line.slice(0, -1)
    const linked = `${open}${open === '{' ? '' : ','}"prev":"${this.#prev}"}`
    this.#prev = hashOfLine(linked)
    return linked
  }
}

/** Follows a log line by line. */
export class ChainReader {
  /** SHA-256 of the last line read: what the next one has to carry. */
  head = CHAIN_START

  /** False when this line does not follow from the one before; goes on from it all the same. */
  follows(line: string): boolean {
    const fits = /[{,]"prev":"([0-9a-f]{64})"\}$/.exec(line)?.[1] === this.head
    this.head = hashOfLine(line)
    return fits
  }
}

/** SHA-256 of a line in UTF-8, without its line feed: `head -n 1 observations.ndjson | tr -d '\n' | sha256sum`. */
function hashOfLine(line: string): string {
  return hash('sha256', line)
}
