import { createWriteStream } from 'node:fs'
import { mkdir, readdir, rename, rm } from 'node:fs/promises'
import { dirname, join, relative, sep } from 'node:path'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { crc32 } from 'node:zlib'
import { fromBufferPromise, type Entry } from 'yauzl'
import { ZipFile } from 'yazl'
import { ScanError } from '../errors.ts'
import { isBundlePath, refusalOf } from './archive-rules.ts'
import { layout } from './layout.ts'
import { unreadable } from './unreadable.ts'
import { codeOf, writeError } from './write-error.ts'

/** A scan as one file, `.tagtrail`: a ZIP of its bundle. The same bundle always gives the same bytes. */
export async function* packBundle(dir: string): AsyncGenerator<Uint8Array> {
  const entries = await readdir(dir, { recursive: true, withFileTypes: true }).catch((cause: unknown) => {
    throw new ScanError('store-corrupt', `${dir} cannot be read (${codeOf(cause)}); it may have been moved`, { cause })
  })
  const paths = entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => relative(dir, join(parentPath, name)).replaceAll(sep, '/'))
    .filter(isBundlePath)
  if (!paths.includes(layout.environment)) throw new ScanError('store-corrupt', `There is no scan in ${dir}.`)
  const zip = new ZipFile()
  for (const path of paths.toSorted())
    zip.addFile(join(dir, path), path, { mtime: SAME_TIME, mode: 0o100644, forceDosTimestamp: true })
  zip.end()
  // A file that vanishes while it is packed is told by the zip, not by its stream.
  zip.on('error', (reason: Error) => void ('destroy' in zip.outputStream && destroy(zip.outputStream, reason)))
  for await (const chunk of zip.outputStream) yield chunk as Uint8Array
}

/** The same into a file, which is there when it is whole. */
export async function writeArchive(dir: string, path: string): Promise<void> {
  const part = `${path}.part`
  try {
    await pipeline(packBundle(dir), createWriteStream(part))
    await rename(part, path)
  } catch (cause) {
    await rm(part, { force: true })
    throw cause instanceof ScanError ? cause : writeError(path, cause)
  }
}

/** ZIP knows no time before this one. */
const SAME_TIME = new Date(1980, 0, 1)

function destroy(stream: object, reason: Error): void {
  if ('destroy' in stream && typeof stream.destroy === 'function') stream.destroy(reason)
}

/**
 * Unpacks such a file into a folder that is not there yet. Everything in it is mistrusted: only names of a bundle's own
 * files are written, below this folder, and only as much as an honest bundle could hold. Throws `store-corrupt`.
 */
export async function unpackBundle(bytes: Buffer, dir: string): Promise<void> {
  const beside = `${dir}.part`
  try {
    const zip = await fromBufferPromise(bytes).catch((cause: unknown) => {
      throw refused(`it is no .tagtrail file (${messageOf(cause)})`, cause)
    })
    const entries = await allEntries(zip.eachEntry())
    const why = refusalOf(entries, bytes.length)
    if (why !== null) throw refused(why)
    await mkdir(dirname(dir), { recursive: true })
    for (const entry of entries.filter(({ fileName }) => !fileName.endsWith('/'))) {
      const path = join(beside, entry.fileName)
      await mkdir(dirname(path), { recursive: true })
      await pipeline(await zip.openReadStreamPromise(entry), checked(entry), createWriteStream(path, { flags: 'wx' }))
    }
    await mkdir(join(beside, layout.bodies), { recursive: true })
    await mkdir(join(beside, layout.screenshots), { recursive: true })
    const faults = await unreadable(beside)
    if (faults !== null) throw refused(faults)
    await rename(beside, dir)
  } catch (cause) {
    await rm(beside, { recursive: true, force: true })
    if (cause instanceof ScanError) throw cause
    if (cause instanceof Error && 'code' in cause) throw writeError(dir, cause)
    throw refused(`it is damaged (${messageOf(cause)})`, cause)
  }
}

/** Ends with an error when what went through is not what was packed. */
function checked({ fileName, crc32: wanted }: Entry): Transform {
  let found = 0
  return new Transform({
    transform(chunk: Buffer, _encoding, next) {
      found = crc32(chunk, found)
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
