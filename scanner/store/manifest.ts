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
import { signedBytes, writeSigned } from './signed-file.ts'
import { writeError } from './write-error.ts'

export interface SealOptions {
  /** Signs the manifest; without one it only tells damage from chance, not from intent. */
  readonly key?: SealingKey | undefined
  /** When the seal is set, if not when the recording ended. */
  readonly sealedAt?: Date
  /** Has an authority vouch for the time of the manifest; `null` when it gave no time-stamp. Without it nobody is asked. */
  readonly timestamp?: ((manifest: Uint8Array) => Promise<Uint8Array | null>) | undefined
}

/**
 * Writes `manifest.json` over all evidence in the bundle, once, when it is complete, and signs it. The assessment is no
 * part of it: evidence may be judged anew. Sealing the same evidence again gives the same bytes.
 */
export async function sealBundle(dir: string, { key, sealedAt, timestamp }: SealOptions = {}): Promise<Manifest> {
  const { tool, browser, knowledge, ended, endedAt } = await readJson(dir, layout.environment, environmentSchema)
  const logs = await Promise.all([layout.gaps, layout.observations].map((path) => surveyLog(dir, path)))
  const manifest = {
    format: 'tagtrail-bundle',
    formatVersion: 1,
    tool,
    browser: { product: browser.product },
    knowledge,
    ended: ended satisfies Environment['ended'],
    sealedAt: sealedAt?.toISOString() ?? endedAt,
    timestamp: timestamp ? 'rfc3161' : 'none',
    key: key ? { algorithm: 'Ed25519', sha256: key.fingerprint } : null,
    logs: logs.map(({ path, lines, head }) => ({ path, lines, head })),
    files: await hashFiles(dir),
  } satisfies Manifest
  // The authority sees the manifest as it will stand, which already says that it was asked.
  const token = (await timestamp?.(signedBytes(manifest))) ?? null
  const stamped: Manifest = timestamp && token === null ? { ...manifest, timestamp: 'not-given' } : manifest
  await writeTimestamp(dir, token, key ?? null)
  await writeSigned(dir, evidenceSeal, stamped, key ?? null)
  return stamped
}

/** Signed as well: an authority vouches for the manifest, not for every byte of its own answer. */
async function writeTimestamp(dir: string, token: Uint8Array | null, key: SealingKey | null): Promise<void> {
  const files = { [layout.timestamp]: token, [layout.timestampSignature]: token && (key?.sign(token) ?? null) }
  for (const [name, content] of Object.entries(files)) {
    const path = join(dir, name)
    const put = content === null ? disk.remove(path) : disk.replace(path, content)
    await put.catch((cause: unknown) => {
      throw writeError(path, cause)
    })
  }
}

/** `null` when the bundle was never sealed, as after a kill. Throws `store-corrupt`. */
export async function readManifest(dir: string): Promise<Manifest | null> {
  const there = await disk.has(join(dir, layout.manifest))
  return there ? readJson(dir, layout.manifest, manifestSchema) : null
}
