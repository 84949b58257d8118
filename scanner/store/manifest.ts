import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Environment } from '../model.ts'
import { canonicalJson } from './canonical-json.ts'
import { disk } from './disk.ts'
import { layout } from './layout.ts'
import { readJson } from './read-json.ts'
import { environment as environmentSchema } from './schemas/environment.ts'
import { manifest as manifestSchema, type Manifest } from './schemas/manifest.ts'
import { codeOf, writeError } from './write-error.ts'

/** Writes `manifest.json` over all that is in the bundle now; call it again whenever a file was replaced. */
export async function sealBundle(dir: string): Promise<Manifest> {
  const environment = await readJson(dir, layout.environment, environmentSchema)
  const manifest = describe(environment, await hashFiles(dir))
  const path = join(dir, layout.manifest)
  await disk.replace(path, canonicalJson(manifest)).catch((cause: unknown) => {
    throw writeError(path, cause)
  })
  return manifest
}

/** `null` when the bundle was never sealed, as after a kill. Throws `store-corrupt`. */
export async function readManifest(dir: string): Promise<Manifest | null> {
  const there = await disk.has(join(dir, layout.manifest))
  return there ? readJson(dir, layout.manifest, manifestSchema) : null
}

/** Path, SHA-256 and size of every file of the bundle but its seal and its reports, sorted by path. */
export async function hashFiles(dir: string): Promise<Manifest['files']> {
  const files: Manifest['files'] = []
  for (const path of (await sealedPaths(dir)).toSorted())
    files.push({ path, sha256: await hashOf(join(dir, path)), bytes: (await stat(join(dir, path))).size })
  return files
}

function describe({ tool, browser, knowledge, ended }: Environment, files: Manifest['files']): Manifest {
  return {
    format: 'tagtrail-bundle',
    formatVersion: 1,
    tool,
    browser: { product: browser.product },
    knowledge,
    ended,
    files,
  }
}

async function sealedPaths(dir: string): Promise<readonly string[]> {
  const top = [layout.plan, layout.environment, layout.observations, layout.gaps, layout.assessment]
  const names = await namesIn(dir)
  const folders = await Promise.all([layout.bodies, layout.screenshots].map((folder) => pathsIn(dir, folder)))
  return [...top.filter((name) => names.includes(name)), ...folders.flat()]
}

/** With `/` on every system: the manifest names paths, it does not follow them. */
async function pathsIn(dir: string, folder: string): Promise<readonly string[]> {
  const names = await namesIn(join(dir, folder))
  return names.filter((name) => !name.endsWith('.part')).map((name) => `${folder}/${name}`)
}

async function namesIn(dir: string): Promise<readonly string[]> {
  return readdir(dir).catch((cause: unknown) => {
    if (codeOf(cause) === 'ENOENT') return []
    throw cause
  })
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(path)) hash.update(chunk)
  return hash.digest('hex')
}
