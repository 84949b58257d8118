import { lstatSync, mkdirSync, type Stats } from 'node:fs'
import { homedir, tmpdir, userInfo } from 'node:os'
import { dirname, join, posix, win32 } from 'node:path'

/** The folder of this user alone where fetched browsers are kept; made on first use. */
export function cacheFolder(): string {
  const uid = process.getuid?.() ?? null
  const places = cachePlaces({
    platform: process.platform,
    env: process.env,
    home: homedir(),
    temporary: tmpdir(),
    user: String(uid ?? userInfo().username),
  })
  const own = places.find((place) => makeOwn(place, uid))
  if (own === undefined) throw new Error(`No folder to keep a browser in: ${places.join(' and ')} cannot be used.`)
  return own
}

export interface CacheSurroundings {
  readonly platform: NodeJS.Platform
  readonly env: NodeJS.ProcessEnv
  readonly home: string
  readonly temporary: string
  readonly user: string
}

/** Best first. The last is for accounts without a home folder, such as a service's. */
export function cachePlaces({ platform, env, home, temporary, user }: CacheSurroundings): readonly string[] {
  const { join: joined, isAbsolute } = platform === 'win32' ? win32 : posix
  const last = joined(temporary, `tagtrail-${user}`)
  if (platform === 'win32') return [joined(env['LOCALAPPDATA'] ?? joined(home, 'AppData', 'Local'), 'tagtrail'), last]
  if (platform === 'darwin') return [joined(home, 'Library', 'Caches', 'tagtrail'), last]
  const xdg = env['XDG_CACHE_HOME'] ?? ''
  return [joined(isAbsolute(xdg) ? xdg : joined(home, '.cache'), 'tagtrail'), last]
}

/** A browser is run from here, so nobody else may be able to put one here; and root, with a HOME that sudo kept, must
 *  not leave folders that the owner of that home cannot use. `uid` is null on Windows. */
function makeOwn(place: string, uid: number | null): boolean {
  try {
    if (uid === 0 && nearest(place).uid !== 0) return false
    mkdirSync(place, { recursive: true, mode: 0o700 })
    const found = lstatSync(place)
    return found.isDirectory() && (uid === null || (found.uid === uid && (found.mode & 0o022) === 0))
  } catch {
    return false
  }
}

function nearest(place: string): Stats {
  return lstatSync(place, { throwIfNoEntry: false }) ?? nearest(dirname(place))
}

/** The folder of one fetched browser, by what it is and its version, so that another version never meets its files. */
export function browserFolder(cache: string, kind: 'chrome' | 'bundled', version: string): string {
  return join(cache, `${kind}-${version}`)
}
