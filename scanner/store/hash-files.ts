import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { layout } from './layout.ts'
import { codeOf } from './write-error.ts'

export interface HashedFile {
  readonly path: string
  readonly sha256: string
  readonly bytes: number
}

/** Path, SHA-256 and size of every file of the evidence, sorted by path: without its seal, its assessment, its reports. */
export async function hashFiles(dir: string): Promise<HashedFile[]> {
  const files: HashedFile[] = []
  for (const path of (await evidencePaths(dir)).toSorted()) files.push(await hashFile(dir, path))
  return files
}

export async function hashFile(dir: string, path: string): Promise<HashedFile> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(join(dir, path))) hash.update(chunk)
  return { path, sha256: hash.digest('hex'), bytes: (await stat(join(dir, path))).size }
}

async function evidencePaths(dir: string): Promise<readonly string[]> {
  const top = [layout.plan, layout.environment, layout.observations, layout.gaps]
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
