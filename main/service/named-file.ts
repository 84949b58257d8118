import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { ScanError } from '../../scanner/errors.ts'
import { isBundlePath } from '../../scanner/store/archive-rules.ts'
import { hashInName } from '../../scanner/store/hash-in-name.ts'

/**
 * A body or a picture of a bundle, which is named by its hash: what is not what was recorded is never shown as evidence.
 * `null` when there is none of that name. Only a bundle's own names are read.
 */
export async function namedFile(dir: string, path: string): Promise<Buffer | null> {
  if (!isBundlePath(path)) return null
  const bytes = await readFile(join(dir, path)).catch(() => null)
  if (
    bytes === null ||
    createHash('sha256')
      .update(bytes)
      .digest('hex')
      .startsWith(hashInName(path) ?? '')
  )
    return bytes
  throw new ScanError('store-corrupt', `${path} is not what was recorded, and is not shown; it stands in ${dir}`)
}
