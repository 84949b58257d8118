import { readdir } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import { besideEvidence, isReport } from './layout.ts'
import type { FileFault } from './verify-files.ts'
import { codeOf } from './write-error.ts'

export interface FoundFiles {
  /** Every file, as `folder/name` on every system. */
  readonly all: readonly string[]
  /** Those that the manifest has to name. */
  readonly evidence: readonly string[]
  /** What is neither a file nor a folder: a link could show other bytes to the next reader. */
  readonly odd: readonly FileFault[]
}

/** What stands in the folder of a bundle now; null when it is no folder. */
export async function foundFiles(dir: string): Promise<FoundFiles | null> {
  const entries = await readdir(dir, { recursive: true, withFileTypes: true }).catch((cause: unknown) => {
    if (['ENOENT', 'ENOTDIR'].includes(codeOf(cause))) return null
    throw cause
  })
  if (entries === null) return null
  const pathOf = ({ parentPath, name }: { parentPath: string; name: string }): string =>
    relative(dir, join(parentPath, name)).replaceAll(sep, '/')
  const all = entries.filter((entry) => entry.isFile() && entry.name !== '.DS_Store').map(pathOf)
  const evidence = all.filter((path) => !besideEvidence.has(path) && !isReport(path))
  const odd = entries
    .filter((entry) => !entry.isFile() && !entry.isDirectory())
    .map((entry): FileFault => ({ path: pathOf(entry), what: 'added', why: 'it is no ordinary file' }))
  return { all: all.toSorted(), evidence: evidence.toSorted(), odd }
}

/** Reports that stand in the folder of a bundle. No seal covers them: they are made anew from what is sealed. */
export async function reportsThere(dir: string): Promise<readonly string[]> {
  return ((await foundFiles(dir))?.all ?? []).filter(isReport)
}
