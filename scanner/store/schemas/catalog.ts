import * as z from 'zod'
import type { ScanErrorCode } from '../../errors.ts'
import { wording } from './wording.ts'
import { consentState, ended, stateVerdict, utc } from './words.ts'

/** The version of the catalog's shape that this program writes. */
export const CATALOG_VERSION = 2

const id = z.string()
/** When a person removed it; it can be brought back until it is swept away. */
const removedAt = utc.nullable()

export const scanErrorCode = z.enum([
  'browser-missing',
  'site-unreachable',
  'browser-crashed',
  'plan-invalid',
  'cancelled',
  'disk-full',
  'store-corrupt',
]) satisfies z.ZodType<ScanErrorCode>

const project = z.object({ id, name: z.string(), note: z.string(), createdAt: utc, removedAt })

const funnel = z.object({
  id,
  projectId: id,
  /** Values of a plan file, complete or not. */
  draft: z.record(z.string(), z.unknown()),
  createdAt: utc,
  changedAt: utc,
  removedAt,
})

const scanEntry = z.object({
  id,
  /** Absolute folder of the bundle. */
  dir: z.string(),
  name: z.string(),
  site: z.string(),
  projectId: id.nullable(),
  funnelId: id.nullable(),
  origin: z.enum(['funnel', 'demo', 'imported', 'command-line']),
  startedAt: utc,
  ended,
  /** The answer in one sentence; null when the scan was not judged. */
  headline: z.string().nullable(),
  /** How it is made; null as well for scans of before that was kept. */
  headlineWording: wording.nullable().default(null),
  states: z.array(z.object({ state: consentState, verdict: stateVerdict })),
  /** Why it ended early, as the person was told. */
  failure: z
    .object({ code: z.enum([...scanErrorCode.options, 'process-ended', 'fault']), message: z.string() })
    .nullable(),
  removedAt: removedAt.default(null),
})

/** `catalog.json` in the user's data folder: settings, clients, funnels, and where the scans are. Never evidence. */
export const catalog = z.object({
  schemaVersion: z.literal(CATALOG_VERSION),
  settings: z.object({
    /** The browser to scan with; null lets Tagtrail find one. */
    browserPath: z.string().nullable(),
    language: z.enum(['system', 'en', 'de']),
    appearance: z.enum(['system', 'light', 'dark']),
    /** How tables tell when something was seen. */
    times: z.enum(['relative', 'utc']).default('relative'),
    /** What a new funnel begins with. */
    jurisdictions: z.array(z.string()).min(1),
    runs: z.int(),
    states: z.array(consentState).min(1),
    /** What scans go through whose plan names no proxy of its own. */
    proxy: z.string().nullable().default(null),
    /** Address of an authority that is asked for the time of a seal (RFC 3161). */
    timestampUrl: z.string().nullable().default(null),
  }),
  projects: z.array(project),
  funnels: z.array(funnel),
  scans: z.array(scanEntry),
})

export type CatalogContent = z.infer<typeof catalog>
export type ProjectEntry = z.infer<typeof project>
export type FunnelEntry = z.infer<typeof funnel>
export type ScanEntry = z.infer<typeof scanEntry>
export type Settings = CatalogContent['settings']
