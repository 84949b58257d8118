import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
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
  const folder = await mkdtemp(join(tmpdir(), 'tagtrail-profile-'))
  const intl = { accept_languages: acceptedLanguages(locale), selected_languages: acceptedLanguages(locale) }
  const preferences = {
    ...KEEPS_TO_ITSELF,
    intl,
    profile: { cookie_controls_mode: thirdPartyCookies === 'allow' ? 0 : 1 },
  }
  await mkdir(join(folder, 'Default'))
  await writeFile(join(folder, 'Default', 'Preferences'), JSON.stringify(preferences))
  return { folder, remove: () => rm(folder, { recursive: true, force: true, maxRetries: 5 }) }
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
