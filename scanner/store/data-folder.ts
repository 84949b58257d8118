import { homedir } from 'node:os'
import { posix, win32 } from 'node:path'

export interface Surroundings {
  readonly platform: NodeJS.Platform
  readonly env: NodeJS.ProcessEnv
  readonly home: string
}

/**
 * Absolute path of the folder where this user's settings and index of scans are kept. `TAGTRAIL_DATA` names another one;
 * else it is where the system's own convention puts it (XDG, macOS Library, Windows LOCALAPPDATA).
 */
export function dataFolder(surroundings: Surroundings = here()): string {
  const { platform, env, home } = surroundings
  const { join, resolve, isAbsolute } = platform === 'win32' ? win32 : posix
  const chosen = env['TAGTRAIL_DATA'] ?? ''
  if (chosen !== '') return resolve(chosen)
  if (platform === 'win32') return join(env['LOCALAPPDATA'] ?? join(home, 'AppData', 'Local'), 'tagtrail', 'data')
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'tagtrail')
  const xdg = env['XDG_DATA_HOME'] ?? ''
  // The XDG specification tells programs to ignore relative paths here.
  return join(isAbsolute(xdg) ? xdg : join(home, '.local', 'share'), 'tagtrail')
}

function here(): Surroundings {
  return { platform: process.platform, env: process.env, home: homedir() }
}
