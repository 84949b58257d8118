import { createPublicKey, verify } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { layout } from './layout.ts'
import type { Manifest } from './schemas/manifest.ts'
import type { TimestampCheck } from './timestamp-check.ts'
import type { FileFault } from './verify-files.ts'

/** Who vouches for the time of a seal besides the machine that made it. */
export type TimestampSeen =
  | { readonly is: 'none' | 'not-given' }
  /** That it is broken stands among the faults. */
  | { readonly is: 'broken' }
  | (Pick<Extract<TimestampCheck, { readonly is: 'good' }>, 'at' | 'by' | 'certificate'> & { readonly is: 'rfc3161' })

export interface TimestampVerification {
  readonly seen: TimestampSeen
  readonly faults: readonly FileFault[]
}

/** Checks the time-stamp that a manifest names, offline; what the manifest does not name may not be there. */
export async function verifyTimestamp(
  dir: string,
  there: readonly string[],
  { timestamp, key }: Manifest,
): Promise<TimestampVerification> {
  const wanted = timestamp === 'rfc3161' ? [layout.timestamp, ...(key ? [layout.timestampSignature] : [])] : []
  const faults = [layout.timestamp, layout.timestampSignature].flatMap((path): readonly FileFault[] => {
    const [isWanted, isThere] = [wanted.includes(path), there.includes(path)]
    if (isWanted === isThere) return []
    const why = `${layout.manifest} names ${isWanted ? 'a' : 'no'} time-stamp`
    return [{ path, what: isThere ? 'added' : 'missing', why }]
  })
  if (faults.length > 0) return { seen: { is: 'broken' }, faults }
  if (timestamp !== 'rfc3161') return { seen: { is: timestamp }, faults: [] }
  const [token, manifest] = await Promise.all(
    [layout.timestamp, layout.manifest].map((name) => readFile(join(dir, name))),
  )
  if (!token || !manifest) return { seen: { is: 'broken' }, faults: [] }
  const why = key && !(await isSigned(dir, token)) ? `it does not match ${layout.timestampSignature}` : null
  const check = await timestampOf(token, manifest)
  if (why === null && check.is === 'good') {
    const { at, by, certificate } = check
    return { seen: { is: 'rfc3161', at, by, certificate }, faults: [] }
  }
  const said = why ?? (check.is === 'bad' ? check.why : '')
  return { seen: { is: 'broken' }, faults: [{ path: layout.timestamp, what: 'altered', why: said }] }
}

/** The library that reads time-stamps is large, and most bundles have none. */
async function timestampOf(token: Uint8Array, manifest: Uint8Array): Promise<TimestampCheck> {
  const { checkTimestamp } = await import('./timestamp-check.ts')
  return await checkTimestamp(token, manifest)
}

/** By the key of the manifest, which has been checked already. */
async function isSigned(dir: string, token: Uint8Array): Promise<boolean> {
  const [pem, signature] = await Promise.all(
    [layout.publicKey, layout.timestampSignature].map((name) => readFile(join(dir, name))),
  )
  return pem !== undefined && signature !== undefined && verify(null, token, createPublicKey(pem), signature)
}
