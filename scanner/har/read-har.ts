import { createReadStream } from 'node:fs'
import { basename } from 'node:path'
import { ScanError } from '../errors.ts'
import { readEntry, type HarEntry } from './entry.ts'
import { harEntry, harLog, type RawLog } from './shape.ts'
import { HarSplitter } from './split.ts'
import { timeOf } from './time.ts'

export interface HarFile {
  readonly name: string
  /** Name and version of the program that wrote it. */
  readonly creator: string
  readonly browser: string | null
  readonly pages: readonly HarPage[]
  readonly entries: readonly HarEntry[]
  /** Entries that could not be read. */
  readonly unread: number
}

export interface HarPage {
  readonly id: string
  readonly title: string
  /** Milliseconds since the epoch. */
  readonly startedAt: number | null
  /** Milliseconds from its start until it had loaded. */
  readonly loadedAfter: number | null
  readonly run: number
}

/** Reads a HAR file entry by entry, so that bodies of answers are never all in memory. Throws `plan-invalid`. */
export async function readHar(path: string): Promise<HarFile> {
  const entries: HarEntry[] = []
  let count = 0
  let fault: ScanError | null = null
  let last = 0
  const splitter = new HarSplitter({
    entry(text) {
      count++
      if (fault) return
      const raw = harEntry.safeParse(parsed(text, path, `entry ${count}: `, (error) => (fault = error)))
      const entry = raw.success ? readEntry(raw.data, last) : null
      if (raw.success && isOffTheNet(raw.data.request.url)) count--
      if (!entry) return
      last = entry.startedAt
      entries.push(entry)
    },
  })
  for await (const chunk of bytesOf(path)) splitter.push(chunk)
  const skeleton = parsed(splitter.end(), path, '', (error) => (fault ??= error))
  if (fault) throw fault
  const { log } = logOf(skeleton, path)
  const odd = log.entries.filter((entry) => entry !== 0).length
  return {
    name: basename(path),
    creator: madeBy(log.creator) ?? 'an unknown program',
    browser: madeBy(log.browser),
    pages: log.pages.map(({ id, title, startedDateTime, pageTimings, run }) => ({
      id,
      title,
      startedAt: timeOf(startedDateTime),
      // -1 says that it never had.
      loadedAfter: (pageTimings.onLoad ?? -1) >= 0 ? (pageTimings.onLoad ?? null) : null,
      run,
    })),
    entries,
    unread: count + odd - entries.length,
  }
}

/** What the browser answered by itself, and what its extensions asked, is no request of the page. */
function isOffTheNet(url: string): boolean {
  return /^(data|blob|about|file|[\w-]*extension|chrome|edge|resource):/i.test(url)
}

function logOf(skeleton: unknown, path: string): { readonly log: RawLog } {
  const read = harLog.safeParse(skeleton)
  if (read.success) return read.data
  throw invalid(`${path} is no HAR file: it has no list of entries in its log; export it again as HAR`)
}

function parsed(text: string, path: string, where: string, onFault: (fault: ScanError) => void): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    const why = cause instanceof Error ? cause.message.replace(/\s+/g, ' ').slice(0, 160) : String(cause)
    onFault(invalid(`${path} is no valid JSON (${where}${why}); export it again as HAR`, cause))
    return undefined
  }
}

async function* bytesOf(path: string): AsyncGenerator<Uint8Array> {
  let isFirst = true
  try {
    for await (const chunk of createReadStream(path, { highWaterMark: 1 << 18 })) {
      const bytes = chunk as Buffer
      if (isFirst && /^(fffe|feff)/.test(bytes.toString('hex', 0, 2)))
        throw invalid(`${path} is text in UTF-16; save it in UTF-8`)
      yield isFirst && bytes.toString('hex', 0, 3) === 'efbbbf' ? bytes.subarray(3) : bytes
      isFirst = false
    }
  } catch (cause) {
    if (cause instanceof ScanError) throw cause
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause)
    throw invalid(`${path} ${REASONS[code] ?? `cannot be read (${code})`}`, cause)
  }
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'does not exist; check the path',
  EISDIR: 'is a folder; name the HAR file in it',
  EACCES: 'may not be read by you; check its rights',
}

function madeBy(maker: RawLog['creator']): string | null {
  return maker && maker.name !== '' ? `${maker.name} ${maker.version}`.trim() : null
}

function invalid(message: string, cause?: unknown): ScanError {
  return new ScanError('plan-invalid', message, { cause })
}
