import { copyFile, readFile, rename } from 'node:fs/promises'
import * as z from 'zod'
import { ScanError } from '../errors.ts'
import { findScans } from './catalog-rebuild.ts'
import { disk } from './disk.ts'
import { migrations } from './migrations/index.ts'
import { catalog, CATALOG_VERSION, type CatalogContent } from './schemas/catalog.ts'
import { codeOf, writeError } from './write-error.ts'

export interface CatalogPlaces {
  readonly path: string
  /** The catalog as it was before the latest change. */
  readonly lastGood: string
  readonly scans: string
}

export interface ReadOptions {
  readonly now: () => Date
  readonly onNote?: (note: string) => void
}

/** What stands in the catalog file, brought up to date or made anew where it has to be; `null` when there is none yet. */
export async function readCatalog(places: CatalogPlaces, options: ReadOptions): Promise<CatalogContent | null> {
  const text = await readFile(places.path, 'utf8').catch((cause: unknown) => {
    if (codeOf(cause) === 'ENOENT') return null
    throw new ScanError('store-corrupt', `${places.path} cannot be read (${codeOf(cause)}); check its rights`, {
      cause,
    })
  })
  if (text === null) return (await isLost(places)) ? await madeAnew(places, options, 'missing') : null
  const { content, version } = contentOf(text)
  if (version > CATALOG_VERSION)
    throw new ScanError('store-corrupt', `${places.path} was written by a newer Tagtrail; update this one`)
  if (content === null) return await madeAnew(places, options, 'damaged')
  if (version < CATALOG_VERSION) await replaceOlder(places, { content, version }, options)
  return content
}

export function emptyCatalog(): CatalogContent {
  return {
    schemaVersion: CATALOG_VERSION,
    settings: {
      browserPath: null,
      language: 'system',
      appearance: 'system',
      times: 'relative',
      jurisdictions: ['eu'],
      runs: 1,
      states: ['no-choice', 'rejected', 'accepted'],
      proxy: null,
      timestampUrl: null,
    },
    projects: [],
    funnels: [],
    scans: [],
  }
}

/** The content in today's shape, `null` when it has none that is known; and the version it was written in. */
function contentOf(text: string): { readonly content: CatalogContent | null; readonly version: number } {
  const raw = versioned.safeParse(parsed(text))
  if (!raw.success) return { content: null, version: 0 }
  const version = raw.data.schemaVersion
  let content: Record<string, unknown> = raw.data
  try {
    for (const { from, migrate } of migrations) if (content['schemaVersion'] === from) content = migrate(content)
  } catch (fault) {
    if (fault instanceof z.ZodError) return { content: null, version }
    throw fault
  }
  const known = catalog.safeParse(content)
  return { content: known.success ? known.data : null, version }
}

const versioned = z.looseObject({ schemaVersion: z.int() })

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** The older file is kept beside the new one. */
async function replaceOlder(
  { path }: CatalogPlaces,
  { content, version }: { readonly content: CatalogContent; readonly version: number },
  { now, onNote }: ReadOptions,
): Promise<void> {
  const backup = path.replace(/json$/, `version-${version}-${timeName(now())}.json`)
  try {
    await copyFile(path, backup)
    await disk.replace(path, JSON.stringify(content, null, 2))
  } catch (cause) {
    throw writeError(backup, cause)
  }
  onNote?.(`${path} was brought up to date; the older one is kept as ${backup}`)
}

/** Where there is a copy there was a catalog. */
function isLost({ lastGood }: CatalogPlaces): Promise<boolean> {
  return disk.has(lastGood)
}

/** Sets a damaged file aside; the last good copy and the bundles on disk make up for what can be made up for. */
async function madeAnew(
  places: CatalogPlaces,
  { now, onNote }: ReadOptions,
  was: 'damaged' | 'missing',
): Promise<CatalogContent> {
  const { path, lastGood } = places
  const aside = path.replace(/json$/, `damaged-${timeName(now())}.json`)
  const kept = await readFile(lastGood, 'utf8').then(contentOf, () => null)
  const base = kept?.content ?? emptyCatalog()
  const found = await findScans(places.scans)
  const known = new Set(base.scans.map(({ dir }) => dir))
  const content = { ...base, scans: [...base.scans, ...found.filter(({ dir }) => !known.has(dir))] }
  try {
    if (was === 'damaged') await rename(path, aside)
    await disk.replace(path, JSON.stringify(content, null, 2))
  } catch (cause) {
    throw writeError(aside, cause)
  }
  const from = kept?.content ? 'the copy of before its latest change and ' : ''
  const before = was === 'damaged' ? `was damaged; it is kept as ${aside}, and` : 'was missing;'
  onNote?.(
    `${path} ${before} a new one was made from ${from}the ${found.length} scans found on disk. No evidence was touched.`,
  )
  return content
}

function timeName(now: Date): string {
  return now.toISOString().replace(/[:.]/g, '-')
}
