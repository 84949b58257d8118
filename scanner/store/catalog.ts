import { mkdir, rename } from 'node:fs/promises'
import { join } from 'node:path'
import { JSONFile } from 'lowdb/node'
import * as z from 'zod'
import { ScanError } from '../errors.ts'
import { catalog, CATALOG_VERSION, type CatalogContent, type ScanEntry, type Settings } from './schemas/catalog.ts'
import { codeOf, writeError } from './write-error.ts'

/** This user's settings and index of scans; small, never evidence. */
export interface Catalog {
  settings(): Promise<Settings>
  changeSettings(change: Partial<Settings>): Promise<void>
  /** Newest first. */
  scans(): Promise<readonly ScanEntry[]>
  /** Adds a scan, or replaces what was known of the one in the same folder. */
  noteScan(scan: ScanEntry): Promise<void>
  forgetScan(dir: string): Promise<void>
}

export interface CatalogOptions {
  readonly now: () => Date
  /** Told when a damaged catalog was set aside. */
  readonly onNote?: (note: string) => void
}

/**
 * The catalog in this folder, made on the first change. A damaged file is set aside and a new one begun: the scans
 * themselves are elsewhere. Every call reads the file again, for another process may have changed it.
 */
export function openCatalog(folder: string, options: CatalogOptions): Catalog {
  const path = join(folder, 'catalog.json')
  const file = new JSONFile<unknown>(path)
  let turn: Promise<unknown> = Promise.resolve()

  /** One at a time, so that no change of this process is lost to another one. */
  const inTurn = <T>(act: (content: CatalogContent) => T | Promise<T>): Promise<T> => {
    const done = turn.then(async () => act(await read(file, path, options)))
    turn = done.catch(() => undefined)
    return done
  }
  const change = (how: (content: CatalogContent) => CatalogContent): Promise<void> =>
    inTurn(async (content) => {
      try {
        await mkdir(folder, { recursive: true })
        await file.write(how(content))
      } catch (cause) {
        throw writeError(path, cause)
      }
    })

  return {
    settings: () => inTurn(({ settings }) => settings),
    scans: () => inTurn(({ scans }) => scans.toSorted((a, b) => b.startedAt.localeCompare(a.startedAt))),
    changeSettings: (some) => change((content) => ({ ...content, settings: { ...content.settings, ...some } })),
    noteScan: (scan) => change((content) => ({ ...content, scans: [...others(content, scan.dir), scan] })),
    forgetScan: (dir) => change((content) => ({ ...content, scans: others(content, dir) })),
  }
}

async function read(file: JSONFile<unknown>, path: string, options: CatalogOptions): Promise<CatalogContent> {
  const content = await file.read().catch((cause: unknown) => {
    if (cause instanceof SyntaxError) return cause
    throw new ScanError('store-corrupt', `${path} cannot be read (${codeOf(cause)}); check its rights`, { cause })
  })
  if (content === null) return empty()
  const known = catalog.safeParse(content)
  if (known.success) return known.data
  if (isNewer(content)) throw new ScanError('store-corrupt', `${path} was written by a newer Tagtrail; update this one`)
  await setAside(path, options)
  return empty()
}

async function setAside(path: string, { now, onNote }: CatalogOptions): Promise<void> {
  const aside = path.replace(/json$/, `damaged-${now().toISOString().replace(/[:.]/g, '-')}.json`)
  await rename(path, aside).catch((cause: unknown) => {
    throw writeError(aside, cause)
  })
  onNote?.(`${path} was damaged; it is kept as ${aside}, and a new one was begun`)
}

function isNewer(content: unknown): boolean {
  const version = z.object({ schemaVersion: z.int() }).safeParse(content)
  return version.success && version.data.schemaVersion > CATALOG_VERSION
}

function others({ scans }: CatalogContent, dir: string): ScanEntry[] {
  return scans.filter((scan) => scan.dir !== dir)
}

function empty(): CatalogContent {
  return { schemaVersion: CATALOG_VERSION, settings: { browserPath: null }, scans: [] }
}
