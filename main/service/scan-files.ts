import { rm } from 'node:fs/promises'
import { packBundle, unpackBundle } from '../../scanner/store/archive.ts'
import { describeScan } from '../../scanner/store/catalog-rebuild.ts'
import type { ScanEntry } from '../../scanner/store/schemas/catalog.ts'

/** A whole scan as one `.tagtrail` file; stops when nobody waits for it any more. */
export async function exportScan(dir: string, signal?: AbortSignal): Promise<Blob> {
  const chunks: BlobPart[] = []
  for await (const chunk of packBundle(dir)) {
    signal?.throwIfAborted()
    chunks.push(new Uint8Array(chunk as Buffer))
  }
  return new Blob(chunks, { type: 'application/vnd.tagtrail.scan' })
}

export interface ImportWish {
  readonly id: string
  readonly dir: string
  readonly projectId: string | null
  /** Raised when nobody waits for it any more: then nothing of it stays. */
  readonly signal?: AbortSignal | undefined
}

/** Unpacks such a file, and says what it holds. Throws `store-corrupt` for what is unsafe or no scan. */
export async function importScan(file: Blob, { id, dir, projectId, signal }: ImportWish): Promise<ScanEntry> {
  await unpackBundle(Buffer.from(await file.arrayBuffer()), dir)
  const entry = await describeScan(dir, { id, projectId, origin: 'imported' })
  if (signal?.aborted) await rm(dir, { recursive: true, force: true })
  signal?.throwIfAborted()
  return entry
}
