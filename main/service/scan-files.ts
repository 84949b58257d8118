import { packBundle, unpackBundle } from '../../scanner/store/archive.ts'
import { describeScan } from '../../scanner/store/catalog-rebuild.ts'
import type { ScanEntry } from '../../scanner/store/schemas/catalog.ts'

/** A whole scan as one `.tagtrail` file. */
export async function exportScan(dir: string): Promise<Blob> {
  const chunks: BlobPart[] = []
  for await (const chunk of packBundle(dir)) chunks.push(new Uint8Array(chunk as Buffer))
  return new Blob(chunks, { type: 'application/vnd.tagtrail.scan' })
}

/** Unpacks such a file, and says what it holds. Throws `store-corrupt` for what is unsafe or no scan. */
export async function importScan(
  file: Blob,
  { id, dir, projectId }: { readonly id: string; readonly dir: string; readonly projectId: string | null },
): Promise<ScanEntry> {
  await unpackBundle(Buffer.from(await file.arrayBuffer()), dir)
  return await describeScan(dir, { id, projectId, origin: 'imported' })
}
