import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Access } from '../model.ts'

export interface Profile {
  readonly folder: string
  remove(): Promise<void>
}

/**
 * A throw-away profile for one scan. Third-party cookies are always set on purpose: Chromium blocks them by default in
 * the fresh contexts we visit with (`profile.cookie_controls_mode`: 0 allows, 1 blocks), its packagers differ.
 */
export async function freshProfile(thirdPartyCookies: Access['thirdPartyCookies']): Promise<Profile> {
  const folder = await mkdtemp(join(tmpdir(), 'tagtrail-profile-'))
  const preferences = { profile: { cookie_controls_mode: thirdPartyCookies === 'allow' ? 0 : 1 } }
  await mkdir(join(folder, 'Default'))
  await writeFile(join(folder, 'Default', 'Preferences'), JSON.stringify(preferences))
  return { folder, remove: () => rm(folder, { recursive: true, force: true, maxRetries: 5 }) }
}
