import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, normalize, sep } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Whether a package with a banner in it is installed here; some are there for developers only. */
export function isInstalled(name: string): boolean {
  return folderOf(name) !== null
}

/** A file of an installed package, as it was published; `null` when there is none. */
export function packageFile(name: string, path: string): Buffer | null {
  const folder = folderOf(name)
  if (folder === null) return null
  const whole = normalize(join(folder, path))
  return whole.startsWith(folder + sep) && existsSync(whole) ? readFileSync(whole) : null
}

const require = createRequire(import.meta.url)

/** A packed Tagtrail has no node_modules; what it reads of them lies one folder up. */
const packed = fileURLToPath(new URL('../packages', import.meta.url))

/** By place and not by resolution: what is asked for are files that packages do not export. */
function folderOf(name: string): string | null {
  const places = [packed, ...(require.resolve.paths(name) ?? [])]
  return places.map((place) => join(place, name)).find((folder) => existsSync(join(folder, 'package.json'))) ?? null
}
