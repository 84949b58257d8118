import { ScanError } from '../errors.ts'
import { resolveGiven, type Machine } from './find.ts'
import type { BrowserChoice } from './provide.ts'

/** What the user asked for, and by what name. */
export type Wish =
  | { readonly kind: 'path'; readonly given: string; readonly name: string; readonly source: 'setting' | 'environment' }
  | { readonly kind: 'bundled' | 'download'; readonly name: string }

/** The setting before TAGTRAIL_BROWSER before CHROME_PATH; null when the user leaves it to us. */
export function readWish(
  setting: string | null | undefined,
  settingName: string | undefined,
  env: NodeJS.ProcessEnv,
): Wish | null {
  const own = wishFor(setting, settingName ?? 'The browser setting', 'setting')
  const chromePath = env['CHROME_PATH']
  return (
    own ??
    wishFor(env['TAGTRAIL_BROWSER'], 'TAGTRAIL_BROWSER', 'environment') ??
    pathWish(chromePath, 'CHROME_PATH', 'environment')
  )
}

function wishFor(given: string | null | undefined, name: string, source: 'setting' | 'environment'): Wish | null {
  return given === 'bundled' || given === 'download' ? { kind: given, name } : pathWish(given, name, source)
}

function pathWish(given: string | null | undefined, name: string, source: 'setting' | 'environment'): Wish | null {
  return given ? { kind: 'path', given, name, source } : null
}

/** @throws ScanError when that is no browser: another one in its place would not be what was asked for. */
export async function givenBrowser(wish: Wish & { kind: 'path' }, machine: Machine): Promise<BrowserChoice> {
  const path = resolveGiven(wish.given, machine)
  const wayOut = 'give the path of a Chrome, Edge, Brave or Chromium'
  if (!machine.exists(path))
    throw new ScanError('browser-missing', `${wish.name} names ${wish.given}, and there is no such file; ${wayOut}`)
  const { version, said } = await machine.runVersion(path)
  if (version !== null) return { path, version, source: wish.source, env: {} }
  const answer = said === '' ? '' : ` (it says: ${said.slice(0, 120)})`
  throw new ScanError('browser-missing', `${wish.name} names ${wish.given}, which is no browser${answer}; ${wayOut}`)
}
