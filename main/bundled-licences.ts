import { readdirSync, readFileSync } from 'node:fs'
import type { Plugin } from 'vite'

/** A package of which something is in what was built. */
export interface BundledPackage {
  readonly name: string
  readonly version: string
  /** SPDX expression, as the package says. */
  readonly license: string
  readonly repository: string | null
}

/**
 * Lays beside a build what is in it: `packages.json` for the list of materials, and `LICENSES.txt` with the texts their
 * licences ask to be handed on. Only what the bundler really took is named.
 */
export function bundledLicences(): Plugin {
  return {
    name: 'bundled-licences',
    generateBundle(_options, bundle) {
      const modules = Object.values(bundle).flatMap((each) => (each.type === 'chunk' ? each.moduleIds : []))
      const folders = packageFolders(modules)
      const packages = folders.map(packageIn)
      this.emitFile({ type: 'asset', fileName: 'packages.json', source: `${JSON.stringify(packages, null, 2)}\n` })
      this.emitFile({ type: 'asset', fileName: 'LICENSES.txt', source: licenceTexts(folders) })
    },
  }
}

/** Where the packages of these modules lie, each once, in the order of their names. */
export function packageFolders(modules: readonly string[]): readonly string[] {
  const folders = modules.flatMap((id) => /^[^\0]*\/node_modules\/(?:@[^/]+\/)?[^/?]+/.exec(slashed(id))?.[0] ?? [])
  return [...new Set(folders)].toSorted((a, b) => (nameIn(a) < nameIn(b) ? -1 : Number(nameIn(a) > nameIn(b))))
}

export function packageIn(folder: string): BundledPackage {
  const { name, version, license, repository } = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8')) as Described
  return {
    name,
    version,
    license: typeof license === 'string' ? license : (license?.type ?? 'NOASSERTION'),
    repository: (typeof repository === 'string' ? repository : repository?.url) ?? null,
  }
}

interface Described {
  readonly name: string
  readonly version: string
  readonly license?: string | { readonly type?: string }
  readonly repository?: string | { readonly url?: string }
}

/** One text for all packages that share it. */
function licenceTexts(folders: readonly string[]): string {
  const byText = Map.groupBy(folders, licenceOf)
  return [...byText]
    .map(([text, some]) => `${some.map((folder) => titleOf(packageIn(folder))).join('\n')}\n\n${text.trim()}\n`)
    .join(`\n${'-'.repeat(80)}\n\n`)
}

function licenceOf(folder: string): string {
  const texts = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile() && /^(licen[cs]e|notice|copying)/i.test(entry.name))
    .map(({ name }) => readFileSync(`${folder}/${name}`, 'utf8').replaceAll('\r\n', '\n'))
  if (texts.length > 0) return texts.join('\n')
  const { license, repository } = packageIn(folder)
  return `The package says ${license} and brings no text of it. ${repository ?? ''}`
}

function titleOf({ name, version, license }: BundledPackage): string {
  return `${name} ${version} (${license})`
}

function nameIn(folder: string): string {
  return folder.slice(folder.lastIndexOf('/node_modules/'))
}

function slashed(path: string): string {
  return path.replaceAll('\\', '/')
}
