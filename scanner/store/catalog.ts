import { chmod, copyFile, mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { JSONFile } from 'lowdb/node'
import { emptyCatalog, readCatalog, type CatalogPlaces } from './catalog-file.ts'
import type { CatalogContent, ScanEntry, Settings } from './schemas/catalog.ts'
import { codeOf, writeError } from './write-error.ts'

/** This user's settings, clients, funnels and index of scans; small, never evidence. */
export interface Catalog {
  content(): Promise<CatalogContent>
  /** Writes what `how` makes of the content, and returns it; nothing is written when it returns the same object. */
  change(how: (content: CatalogContent) => CatalogContent): Promise<CatalogContent>
  settings(): Promise<Settings>
  changeSettings(change: Partial<Settings>): Promise<void>
  /** Newest first, without those that were removed. */
  scans(): Promise<readonly ScanEntry[]>
  /** Adds a scan, or replaces what was known of the one in the same folder. */
  noteScan(scan: ScanEntry): Promise<void>
  forgetScan(dir: string): Promise<void>
}

export interface CatalogOptions {
  readonly now: () => Date
  /** Told what became of a catalog that was damaged or of an older version. */
  readonly onNote?: (note: string) => void
  /** Where bundles are looked for when the catalog is damaged; the folder `scans` beside it unless told. */
  readonly scansFolder?: string
}

/**
 * The catalog in this folder, made on the first change. A damaged file is set aside and made anew from the last good
 * copy and the bundles on disk. Every call reads the file again, for another process may have changed it.
 */
export function openCatalog(folder: string, options: CatalogOptions): Catalog {
  const places: CatalogPlaces = {
    path: join(folder, 'catalog.json'),
    lastGood: join(folder, 'catalog.last-good.json'),
    scans: options.scansFolder ?? join(folder, 'scans'),
  }
  const file = new JSONFile<CatalogContent>(places.path)
  let turn: Promise<unknown> = Promise.resolve()

  /** One at a time, so that no change of this process is lost to another one. */
  const inTurn = <T>(act: (content: CatalogContent) => T | Promise<T>): Promise<T> => {
    const done = turn.then(async () => act((await readCatalog(places, options)) ?? emptyCatalog()))
    turn = done.catch(() => undefined)
    return done
  }
  const change: Catalog['change'] = (how) =>
    inTurn(async (before) => {
      const after = how(before)
      if (after === before) return before
      try {
        await mkdir(folder, { recursive: true })
        const isFirst = !(await keepLastGood(places))
        await file.write(after)
        if (isFirst) await keepLastGood(places)
        await ownersAlone(places)
      } catch (cause) {
        throw writeError(places.path, cause, 'what it held before is untouched')
      }
      return after
    })

  return {
    content: () => inTurn((content) => content),
    change,
    settings: () => inTurn(({ settings }) => settings),
    scans: () =>
      inTurn(({ scans }) =>
        scans.filter((scan) => scan.removedAt === null).toSorted((a, b) => b.startedAt.localeCompare(a.startedAt)),
      ),
    changeSettings: async (some) => {
      await change((content) => ({ ...content, settings: { ...content.settings, ...some } }))
    },
    noteScan: async (scan) => {
      await change((content) => ({ ...content, scans: [...others(content, scan.dir), scan] }))
    },
    forgetScan: async (dir) => {
      await change((content) => ({ ...content, scans: others(content, dir) }))
    },
  }
}

/** What was just read without a fault, before it is replaced. False when there is none yet. */
async function keepLastGood({ path, lastGood }: CatalogPlaces): Promise<boolean> {
  try {
    await copyFile(path, lastGood)
    return true
  } catch (cause) {
    if (codeOf(cause) === 'ENOENT') return false
    throw cause
  }
}

/** Passwords of staging sites and of proxies stand in it. */
async function ownersAlone({ path, lastGood }: CatalogPlaces): Promise<void> {
  for (const each of [path, lastGood])
    await chmod(each, 0o600).catch((cause: unknown) => {
      if (codeOf(cause) !== 'ENOENT') throw cause
    })
}

function others({ scans }: CatalogContent, dir: string): ScanEntry[] {
  return scans.filter((scan) => scan.dir !== dir)
}
