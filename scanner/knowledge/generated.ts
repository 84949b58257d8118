import { readFileSync } from 'node:fs'
import { gunzipSync, gzipSync } from 'node:zlib'
import { matcherRecord } from './matcher-record.ts'
import { shelfOfLines, type Shelf } from './shelf.ts'
import type { Sources, Tables } from './sources.ts'

/**
 * The generated file: what it was made from, what the matcher reads of the records, owners of hosts, cookie lists, marks of pages, each on one line,
 * then one line per whole record in the order of the second. Starting up parses two lines; the others wait until somebody asks.
 * Packed, it is an eighth, and unpacking takes a few milliseconds.
 */
export function generatedBytes({ records, owners, facts, marks, version }: Sources, stamp: string): Uint8Array {
  const head: Head = { format: FORMAT, stamp, version }
  const lines = [head, records.map(matcherRecord), owners, facts, marks, ...records]
  return gzipSync(lines.map((line) => `${JSON.stringify(line)}\n`).join(''), { level: 9 })
}

interface Head {
  readonly format: number
  readonly stamp: string
  readonly version: string
}

/** Raised when the shape of the lines changes. */
const FORMAT = 2

export interface Generated {
  readonly tables: Tables
  readonly shelf: Shelf
}

/** `null` when there is no such file, when it is of another shape, or when it was made from something else than `stamp` names. */
export function readGenerated(file: URL, stamp: string | null): Generated | null {
  const next = linesOf(file)
  const head: Head = JSON.parse(next()() || '{}')
  if (head.format !== FORMAT || (stamp !== null && head.stamp !== stamp)) return null
  const records: Tables['records'] = JSON.parse(next()())
  const [owners, facts, marks] = [next(), next(), next()]
  const tables: Tables = {
    records,
    version: head.version,
    get owners() {
      return JSON.parse(owners())
    },
    get facts() {
      return JSON.parse(facts())
    },
    get marks() {
      return JSON.parse(marks())
    },
  }
  return { tables, shelf: shelfOfLines(new Map(records.map(({ id }) => [id, next()]))) }
}

/** Each call steps to the next line; what it returns makes text of that line. */
function linesOf(file: URL): () => () => string {
  const bytes = bytesOf(file)
  let from = 0
  return () => {
    const [start, end] = [from, bytes.indexOf(NEWLINE, from)]
    from = end < 0 ? bytes.length : end + 1
    return () => (end < 0 ? '' : bytes.toString('utf8', start, end))
  }
}

const NEWLINE = 10

function bytesOf(file: URL): Buffer {
  try {
    return gunzipSync(readFileSync(file))
  } catch {
    return Buffer.alloc(0) // Not made yet, or only half of it.
  }
}
