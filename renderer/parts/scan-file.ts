import type { Client, PackedFile, ScanSummary, WorkEvent } from '../../main/contract.ts'

export interface FileWork {
  readonly signal?: AbortSignal
  /** From 0 to 1. The way over the line and the work in the program are half of it each. */
  readonly tell?: (share: number) => void
}

/** Sends a `.tagtrail` file to the program in parts, and has it opened there. */
export async function sendScan(
  { files, scans }: Pick<Client, 'files' | 'scans'>,
  file: Blob,
  { projectId = null, signal, tell }: FileWork & { readonly projectId?: string | null } = {},
): Promise<ScanSummary> {
  const when = signal ? { signal } : {}
  const { id, mostPartBytes } = await files.begin(undefined, when)
  try {
    for (let at = 0; at < file.size; at += mostPartBytes) {
      await files.add({ id, at, part: file.slice(at, at + mostPartBytes) }, when)
      tell?.(at / file.size / 2)
    }
    const events = await scans.import({ fileId: id, projectId }, when)
    return (await outcomeOf(events, (share) => tell?.(0.5 + share / 2))).scan
  } catch (reason) {
    // It would be gone by itself, only later.
    void files.drop({ id }).catch(() => undefined)
    throw reason
  }
}

/** Has a scan packed, and fetches the file. The browser keeps large ones on the disk. */
export async function fetchScan(
  { files, scans }: Pick<Client, 'files' | 'scans'>,
  id: string,
  { signal, tell }: FileWork = {},
): Promise<Blob> {
  const when = signal ? { signal } : {}
  const { file } = await outcomeOf(await scans.export({ id }, when), (share) => tell?.(share / 2))
  try {
    return await fetched(file)
  } finally {
    void files.drop({ id: file.id }).catch(() => undefined)
  }

  async function fetched({ id: fileId, bytes }: PackedFile): Promise<Blob> {
    const parts: Blob[] = []
    for (let at = 0; at < bytes;) {
      const part = await files.part({ id: fileId, at }, when)
      if (part.size === 0) throw new Error('the file ended early')
      parts.push(part)
      at += part.size
      tell?.(0.5 + at / bytes / 2)
    }
    return new Blob(parts, { type: 'application/vnd.tagtrail.scan' })
  }
}

async function outcomeOf<T>(
  events: AsyncIterable<WorkEvent<T>>,
  tell: (share: number) => void,
): Promise<WorkEvent<T> & { type: 'done' }> {
  for await (const event of events) {
    if (event.type === 'done') return event
    tell(event.of === 0 ? 1 : event.done / event.of)
  }
  throw new Error('the program ended it without a word')
}
