import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { isBundlePath } from '../../scanner/store/archive-rules.ts'
import { layout } from '../../scanner/store/layout.ts'

/** A picture of a bundle as a `data:` URL; `null` when there is none of that name. Only a bundle's own names are read. */
export async function pictureUrl(dir: string, path: string): Promise<string | null> {
  if (!path.startsWith(`${layout.screenshots}/`) || !isBundlePath(path)) return null
  const bytes = await readFile(join(dir, path)).catch(() => null)
  return bytes === null ? null : `data:image/png;base64,${bytes.toString('base64')}`
}
