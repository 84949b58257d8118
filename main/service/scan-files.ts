import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { ScanEntry } from '../../scanner/store/schemas/catalog.ts'
import type { WatchedWork } from './archives.ts'
import type { ServiceParts } from './parts.ts'

export interface PackedScan {
  /** As `files.part` is asked for it. */
  readonly id: string
  readonly bytes: number
}

/** A whole scan as one `.tagtrail` file, to be fetched in parts. */
export async function exportScan(
  dir: string,
  watch: WatchedWork,
  { archives, passing, newId }: Pick<ServiceParts, 'archives' | 'passing' | 'newId'>,
): Promise<PackedScan> {
  const id = newId()
  const file = await passing.begin(id)
  try {
    const { bytes } = await archives.make({ kind: 'pack', dir, file }, watch)
    return { id, bytes }
  } catch (reason) {
    await rm(`${file}.part`, { force: true })
    await passing.drop(id)
    throw reason
  }
}

/** Unpacks such a file, and puts it on the list. Fails as `store-corrupt` for what is unsafe or no scan. */
export async function importScan(
  file: string,
  { projectId, ...watch }: WatchedWork & { readonly projectId: string | null },
  {
    archives,
    catalog,
    changes,
    dataFolder,
    newId,
  }: Pick<ServiceParts, 'archives' | 'catalog' | 'changes' | 'dataFolder' | 'newId'>,
): Promise<ScanEntry> {
  const id = newId()
  const dir = join(dataFolder, 'scans', id)
  try {
    const { scan } = await archives.make({ kind: 'unpack', file, dir, id }, watch)
    watch.signal?.throwIfAborted()
    const entry = { ...scan, projectId }
    await catalog.noteScan(entry)
    changes.tell({ type: 'changed', what: 'scans' })
    return entry
  } catch (reason) {
    // Nobody wants it any more, or its process was killed in the middle.
    for (const left of [dir, `${dir}.part`]) await rm(left, { recursive: true, force: true })
    throw reason
  }
}
