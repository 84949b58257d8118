import { layout } from '../../scanner/store/layout.ts'
import { namedFile } from './named-file.ts'

/** A picture of a bundle as a `data:` URL; `null` when there is none of that name. */
export async function pictureUrl(dir: string, path: string): Promise<string | null> {
  if (!path.startsWith(`${layout.screenshots}/`)) return null
  const bytes = await namedFile(dir, path)
  return bytes === null ? null : `data:image/png;base64,${bytes.toString('base64')}`
}
