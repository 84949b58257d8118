import { existsSync } from 'node:fs'
import { homedir } from 'node:os'
import { posix } from 'node:path'
import { knownPlaces, searchPath, type Places } from './known-places.ts'
import { readVersion, type Answer } from './version.ts'

/** What the search may ask of the machine; injected, so that every system's table can be tested on any. */
export interface Machine extends Places {
  exists(path: string): boolean
  runVersion(path: string): Promise<Answer>
}

/** The machine we run on; answers about versions are kept in `cache`. */
export function thisMachine(cache: string): Machine {
  return {
    platform: process.platform,
    env: process.env,
    home: homedir(),
    exists: existsSync,
    runVersion: (path) => readVersion(path, { cache }),
  }
}

/** The first browser of the known places that says its version. */
export async function findBrowser(machine: Machine): Promise<{ path: string; version: string } | null> {
  for (const path of knownPlaces(machine)) {
    if (!machine.exists(path)) continue
    // A stand-in such as Ubuntu's /usr/bin/chromium-browser without its snap is there, yet no browser.
    const { version } = await machine.runVersion(path)
    if (version !== null) return { path, version }
  }
  return null
}

/** Where a bare name such as `chromium` is on the search path; an application folder of macOS is its program. */
export function resolveGiven(given: string, machine: Machine): string {
  const app = /([^/]+)\.app\/?$/.exec(given)
  if (machine.platform === 'darwin' && app) return posix.join(given, 'Contents', 'MacOS', app[1] ?? '')
  if (/[\\/]/.test(given)) return given
  return searchPath(machine, [given]).find((path) => machine.exists(path)) ?? given
}
