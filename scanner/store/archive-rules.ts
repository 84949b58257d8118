import { isReport, layout } from './layout.ts'

export interface ArchiveEntry {
  readonly fileName: string
  readonly uncompressedSize: number
}

/** Whether this is a place where a bundle keeps a file; with `/` on every system. */
export function isBundlePath(path: string): boolean {
  const [folder, name, ...deeper] = path.split('/')
  if (folder === undefined || deeper.length > 0) return false
  if (name === undefined) return topLevel.has(folder) || isReport(folder)
  if (folder === layout.bodies) return /^[0-9a-f]{64}$/.test(name)
  return folder === layout.screenshots && /^[\w+-][\w+.:-]{0,200}\.png$/.test(name)
}

const folders: ReadonlySet<string> = new Set([layout.bodies, layout.screenshots])
const topLevel: ReadonlySet<string> = new Set(Object.values(layout).filter((name) => !folders.has(name)))

/** Why an archive may not be unpacked, or `null`. Told before a byte of it is written. */
export function refusalOf(entries: readonly ArchiveEntry[], archiveBytes: number): string | null {
  if (entries.length > MOST_FILES) return `it holds more than ${MOST_FILES} files`
  const files = entries.filter(({ fileName }) => !(fileName.endsWith('/') && folders.has(fileName.slice(0, -1))))
  const foreign = files.find(({ fileName }) => !isBundlePath(fileName))
  if (foreign) return `it holds ${JSON.stringify(foreign.fileName.slice(0, 100))}, which is no part of a scan`
  // Two names that differ in capitals are one file on some systems.
  const names = new Set(files.map(({ fileName }) => fileName.toLowerCase()))
  if (names.size < files.length) return 'it holds a file twice'
  if (!names.has(layout.environment) || !names.has(layout.plan)) return 'it holds no scan'
  const bytes = files.reduce((sum, { uncompressedSize }) => sum + uncompressedSize, 0)
  if (bytes > MOST_BYTES) return `it would take more than ${MOST_BYTES / 2 ** 30} GB`
  if (bytes > SMALL && bytes > archiveBytes * MOST_TIMES)
    return `it would grow to more than ${MOST_TIMES} times its size, as no scan does`
  return null
}

const MOST_FILES = 100_000
const MOST_BYTES = 4 * 2 ** 30
/** Logs shrink to a twentieth or so; a bomb to a thousandth. */
const MOST_TIMES = 200
const SMALL = 20_000_000
