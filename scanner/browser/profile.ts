import { mkdir, mkdtemp, readdir, readlink, rm, writeFile } from 'node:fs/promises'
import { hostname, tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import type { Access } from '../model.ts'
import { acceptedLanguages } from './launch-arguments.ts'

export interface Profile {
  readonly folder: string
  remove(): Promise<void>
}

/**
 * A throw-away profile for one scan. Third-party cookies are always set on purpose: Chromium blocks them by default in
 * the fresh contexts we visit with (`profile.cookie_controls_mode`: 0 allows, 1 blocks), its packagers differ.
 */
export async function freshProfile(thirdPartyCookies: Access['thirdPartyCookies'], locale = 'en-GB'): Promise<Profile> {
  await sweep()
  const folder = await mkdtemp(join(tmpdir(), `${PREFIX}${process.pid}-`))
  const intl = { accept_languages: acceptedLanguages(locale), selected_languages: acceptedLanguages(locale) }
  const preferences = {
    ...KEEPS_TO_ITSELF,
    intl,
    profile: { cookie_controls_mode: thirdPartyCookies === 'allow' ? 0 : 1 },
  }
  await mkdir(join(folder, 'Default'))
  await writeFile(join(folder, 'Default', 'Preferences'), JSON.stringify(preferences))
  return { folder, remove: () => removeProfile(folder) }
}

/** The machine's name is part of it: several may share a folder for temporary files, and process ids are their own. */
const PREFIX = `tagtrail-profile-${hostname().replaceAll(/[^\w.]/g, '_')}-`

/** Profiles of scans that were killed: their process is gone. */
async function sweep(): Promise<void> {
  const found = await readdir(tmpdir()).catch(() => [])
  for (const name of found.filter((each) => each.startsWith(PREFIX))) {
    const pid = Number(/^(\d+)-/.exec(name.slice(PREFIX.length))?.[1])
    if (pid > 0 && !isRunning(pid)) await removeProfile(join(tmpdir(), name)).catch(() => undefined)
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (reason) {
    return (reason as NodeJS.ErrnoException).code !== 'ESRCH'
  }
}

/** A browser that was killed leaves the folder of its socket beside its profile. */
async function removeProfile(folder: string): Promise<void> {
  const socketFolder = dirname(await readlink(join(folder, 'SingletonSocket')).catch(() => ''))
  const gone = { recursive: true, force: true, maxRetries: 5 }
  if (dirname(socketFolder) === tmpdir() && /^(org\.chromium|com\.google)\./.test(basename(socketFolder)))
    await rm(socketFolder, gone)
  await rm(folder, gone)
}

/** Chromium would ask its maker's servers about accounts, forms, addresses typed and safety; the scan sends nothing. */
const KEEPS_TO_ITSELF = {
  signin: { allowed: false, allowed_on_next_startup: false },
  autofill: { profile_enabled: false, credit_card_enabled: false },
  safebrowsing: { enabled: false },
  search: { suggest_enabled: false },
  net: { network_prediction_options: 2 },
  alternate_error_pages: { enabled: false },
  credentials_enable_service: false,
}
