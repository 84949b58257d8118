import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join, relative, sep } from 'node:path'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { crc32 } from 'node:zlib'
import { openPromise, type Entry, type ZipFile as OpenedZip } from 'yauzl'
import { ZipFile } from 'yazl'
import { ScanError } from '../errors.ts'
import { isBundlePath, refusalOf } from './archive-rules.ts'
import { layout } from './layout.ts'
import { unreadable } from './unreadable.ts'
import { codeOf, writeError } from './write-error.ts'

/** How packing and unpacking are watched and stopped. */
export interface ArchiveWork {
  /** Its reason is what they fail with; nothing half-made stays. */
  readonly signal?: AbortSignal | undefined
  /** Bytes of the scan itself, not of the archive. */
  readonly onProgress?: ((doneBytes: number, ofBytes: number) => void) | undefined
}

/** A scan as one file, `.tagtrail`: a ZIP of its bundle. The same bundle always gives the same bytes. */
export async function* packBundle(dir: string, { signal, onProgress }: ArchiveWork = {}): AsyncGenerator<Uint8Array> {
  const entries = await readdir(dir, { recursive: true, withFileTypes: true }).catch((cause: unknown) => {
    throw gone(dir, cause)
  })
  const paths = entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => relative(dir, join(parentPath, name)).replaceAll(sep, '/'))
    .filter(isBundlePath)
    .toSorted()
  if (!paths.includes(layout.environment)) throw new ScanError('store-corrupt', `There is no scan in ${dir}.`)
  const sizes = new Map<string, number>()
  for (const path of paths) sizes.set(path, (await stat(join(dir, path))).size)
  const went = meter([...sizes.values()], onProgress)
  const zip = new ZipFile()
  const fail = (reason: Error): void => void ('destroy' in zip.outputStream && destroy(zip.outputStream, reason))
  for (const [path, size] of sizes)
    zip.addReadStreamLazy(path, { size, mtime: SAME_TIME, mode: 0o100644, forceDosTimestamp: true }, (add) => {
      const file = createReadStream(join(dir, path), { highWaterMark: CHUNK_BYTES })
      file.on('data', (chunk) => went(chunk.length))
      // A file that vanishes while it is packed is told by nobody else.
      file.on('error', (cause) => fail(gone(join(dir, path), cause)))
      add(null, file)
    })
  zip.end()
  zip.on('error', fail)
  for await (const chunk of zip.outputStream) {
    signal?.throwIfAborted()
    yield chunk as Uint8Array
  }
}

/** The same into a file, which is there when it is whole. */
export async function writeArchive(dir: string, path: string, work: ArchiveWork = {}): Promise<void> {
  const part = `${path}.part`
  try {
    await pipeline(packBundle(dir, work), createWriteStream(part))
    await rename(part, path)
  } catch (cause) {
    await rm(part, { force: true })
    work.signal?.throwIfAborted()
    throw cause instanceof ScanError ? cause : writeError(path, cause)
  }
}

/** ZIP knows no time before this one. */
const SAME_TIME = new Date(1980, 0, 1)
const CHUNK_BYTES = 256 * 1024

function gone(path: string, cause: unknown): ScanError {
  return new ScanError('store-corrupt', `${path} cannot be read (${codeOf(cause)}); it may have been moved`, { cause })
}

function destroy(stream: object, reason: Error): void {
  if ('destroy' in stream && typeof stream.destroy === 'function') stream.destroy(reason)
}

/** Adds up what went through. */
function meter(sizes: readonly number[], onProgress: ArchiveWork['onProgress']): (bytes: number) => void {
  const all = sizes.reduce((sum, size) => sum + size, 0)
  let done = 0
  return (bytes) => onProgress?.((done += bytes), all)
}

/**
 * Unpacks such a file into a folder that is not there yet. Everything in it is mistrusted: only names of a bundle's own
 * files are written, below this folder, and only as much as an honest bundle could hold. Throws `store-corrupt`.
 */
export async function unpackBundle(file: string, dir: string, { signal, onProgress }: ArchiveWork = {}): Promise<void> {
  const beside = `${dir}.part`
  let zip: OpenedZip | null = null
  try {
    const { size } = await stat(file).catch((cause: unknown) => {
      throw gone(file, cause)
    })
    zip = await openPromise(file, { autoClose: false, lazyEntries: true }).catch((cause: unknown) => {
      throw refused(`it is no .tagtrail file (${messageOf(cause)})`, cause)
    })
    const entries = await allEntries(zip.eachEntry())
    const why = refusalOf(entries, size)
    if (why !== null) throw refused(why)
    await mkdir(dirname(dir), { recursive: true })
    const files = entries.filter(({ fileName }) => !fileName.endsWith('/'))
    const went = meter(
      files.map(({ uncompressedSize }) => uncompressedSize),
      onProgress,
    )
    for (const entry of files) {
      signal?.throwIfAborted()
      const path = join(beside, entry.fileName)
      await mkdir(dirname(path), { recursive: true })
      const written = createWriteStream(path, { flags: 'wx' })
      await pipeline(await zip.openReadStreamPromise(entry), checked(entry, went), written, {
        ...(signal && { signal }),
      })
    }
    await mkdir(join(beside, layout.bodies), { recursive: true })
    await mkdir(join(beside, layout.screenshots), { recursive: true })
    const faults = await unreadable(beside)
    if (faults !== null) throw refused(faults)
    await rename(beside, dir)
  } catch (cause) {
    await rm(beside, { recursive: true, force: true })
    signal?.throwIfAborted()
    if (cause instanceof ScanError) throw cause
    // Of the system, and not of what was unpacked.
    if (cause instanceof Error && 'syscall' in cause) throw writeError(dir, cause)
    throw refused(`it is damaged (${messageOf(cause)})`, cause)
  } finally {
    zip?.close()
  }
}

/** Ends with an error when what went through is not what was packed. */
function checked({ fileName, crc32: wanted }: Entry, went: (bytes: number) => void): Transform {
  let found = 0
  return new Transform({
    transform(chunk: Buffer, _encoding, next) {
      found = crc32(chunk, found)
      went(chunk.length)
      next(null, chunk)
    },
    flush: (end) => end(found === wanted ? null : new Error(`${fileName} is not what was packed`)),
  })
}

async function allEntries(entries: AsyncIterable<Entry>): Promise<readonly Entry[]> {
  const all: Entry[] = []
  try {
    for await (const entry of entries) all.push(entry)
  } catch (cause) {
    throw refused(`it is damaged (${messageOf(cause)})`, cause)
  }
  return all
}

function refused(why: string, cause?: unknown): ScanError {
  return new ScanError('store-corrupt', `The file was not imported: ${why}. Nothing was written.`, { cause })
}

function messageOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause)
}
