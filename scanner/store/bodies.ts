import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { layout } from './layout.ts'
import { codeOf } from './write-error.ts'

/** The bodies of requests that the bundle holds, of those asked for, by SHA-256. */
export async function readBodies(dir: string, hashes: Iterable<string>): Promise<ReadonlyMap<string, Uint8Array>> {
  const bodies = new Map<string, Uint8Array>()
  for (const sha256 of new Set(hashes)) {
    const bytes = await readFile(join(dir, layout.bodies, sha256)).catch((cause: unknown) => {
      if (codeOf(cause) === 'ENOENT') return null
      throw cause
    })
    if (bytes) bodies.set(sha256, bytes)
  }
  return bodies
}
