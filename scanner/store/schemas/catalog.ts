import * as z from 'zod'
import { ended, utc } from './words.ts'

/** The version of the catalog's shape that this program writes. */
export const CATALOG_VERSION = 1

const scanEntry = z.object({
  /** Absolute folder of the bundle. */
  dir: z.string(),
  name: z.string(),
  site: z.string(),
  startedAt: utc,
  ended,
  /** The answer in one sentence; null when the scan was not judged. */
  headline: z.string().nullable(),
})

/** `catalog.json` in the user's data folder: settings, and where the scans are. Never evidence. */
export const catalog = z.object({
  schemaVersion: z.literal(CATALOG_VERSION),
  settings: z.object({
    /** The browser to scan with; null lets Tagtrail find one. */
    browserPath: z.string().nullable(),
  }),
  scans: z.array(scanEntry),
})

export type CatalogContent = z.infer<typeof catalog>
export type ScanEntry = z.infer<typeof scanEntry>
export type Settings = CatalogContent['settings']
