import { existsSync, readFileSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { browserFolder } from './cache-folder.ts'
import { fontEnvironment, ownFontConfig } from './fonts.ts'
import { unpackProgram, unpackTar } from './unpack.ts'
import { readVersion } from './version.ts'
import { wholeFolder } from './whole-folder.ts'

export interface Bundled {
  readonly path: string
  readonly version: string
  readonly env: Readonly<Record<string, string>>
}

/** Where the Chromium of @sparticuz/chromium is or would be unpacked; null where it is not installed or cannot run. */
export interface BundledPlace {
  readonly cache: string
  readonly packed: string
  readonly folder: string
  readonly version: string
  readonly isUnpacked: boolean
}

export function bundledPlace(cache: string): BundledPlace | null {
  if (process.platform !== 'linux' || process.arch !== 'x64') return null
  const root = packageRoot()
  if (root === null) return null
  const { version }: { version: string } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  const folder = browserFolder(cache, 'bundled', version)
  return { cache, packed: join(root, 'bin'), folder, version, isUnpacked: existsSync(folder) }
}

/** Unpacks it when that is not done yet. We take its files only: its launch arguments switch off web security and site
 *  isolation, and its own unpacking shares the temporary folder with everybody. */
export async function unpackBundled({ packed, folder }: BundledPlace): Promise<void> {
  await wholeFolder(folder, async (beside) => {
    await Promise.all([
      unpackProgram(join(packed, 'chromium.br'), join(beside, 'chromium')),
      unpackTar(join(packed, 'swiftshader.tar.br'), beside),
      unpackTar(join(packed, 'al2023.tar.br'), join(beside, 'libraries')),
      unpackTar(join(packed, 'fonts.tar.br'), join(beside, 'fonts')),
    ])
    await writeFile(join(beside, 'fonts.conf'), ownFontConfig(folder))
  })
}

/** The unpacked Chromium with the environment it needs here: the libraries and fonts it brought only where the system
 *  has none. @throws Error with the program's last words when it does not start even so. */
export async function startableBundled({ folder, cache }: BundledPlace): Promise<Bundled> {
  const path = join(folder, 'chromium')
  const libraries = join(folder, 'libraries', 'lib')
  const brought = [libraries, process.env['LD_LIBRARY_PATH']].filter(Boolean).join(':')
  const fonts = fontEnvironment(folder)
  const plain = await readVersion(path, { cache })
  if (plain.version !== null) return { path, version: plain.version, env: fonts }
  const helped = await readVersion(path, { env: { LD_LIBRARY_PATH: brought }, cache })
  if (helped.version === null) throw new Error(helped.said)
  return { path, version: helped.version, env: { ...fonts, LD_LIBRARY_PATH: brought } }
}

function packageRoot(): string | null {
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')))
  } catch {
    return null
  }
}
