import { join } from 'node:path'
import type { Environment } from '../model.ts'
import { disk } from './disk.ts'
import { hashFiles } from './hash-files.ts'
import { evidenceSeal, layout } from './layout.ts'
import { surveyLog } from './log-survey.ts'
import { readJson } from './read-json.ts'
import { environment as environmentSchema } from './schemas/environment.ts'
import { manifest as manifestSchema, type Manifest } from './schemas/manifest.ts'
import type { SealingKey } from './sealing-key.ts'
import { writeSigned } from './signed-file.ts'

export interface SealOptions {
  /** Signs the manifest; without one it only tells damage from chance, not from intent. */
  readonly key?: SealingKey | undefined
  /** When the seal is set, if not when the recording ended. */
  readonly sealedAt?: Date
}

/**
 * Writes `manifest.json` over all evidence in the bundle, once, when it is complete, and signs it. The assessment is no
 * part of it: evidence may be judged anew. Sealing the same evidence again gives the same bytes.
 */
export async function sealBundle(dir: string, { key, sealedAt }: SealOptions = {}): Promise<Manifest> {
  const { tool, browser, knowledge, ended, endedAt } = await readJson(dir, layout.environment, environmentSchema)
  const logs = await Promise.all([layout.gaps, layout.observations].map((path) => surveyLog(dir, path)))
  const manifest: Manifest = {
    format: 'tagtrail-bundle',
    formatVersion: 1,
    tool,
    browser: { product: browser.product },
    knowledge,
    ended: ended satisfies Environment['ended'],
    sealedAt: sealedAt?.toISOString() ?? endedAt,
    timestamp: 'none',
    key: key ? { algorithm: 'Ed25519', sha256: key.fingerprint } : null,
    logs: logs.map(({ path, lines, head }) => ({ path, lines, head })),
    files: await hashFiles(dir),
  }
  await writeSigned(dir, evidenceSeal, manifest, key ?? null)
  return manifest
}

/** `null` when the bundle was never sealed, as after a kill. Throws `store-corrupt`. */
export async function readManifest(dir: string): Promise<Manifest | null> {
  const there = await disk.has(join(dir, layout.manifest))
  return there ? readJson(dir, layout.manifest, manifestSchema) : null
}
