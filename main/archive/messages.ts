import type { ScanErrorCode } from '../../scanner/errors.ts'
import type { ScanEntry } from '../../scanner/store/schemas/catalog.ts'

/** What the process that packs or unpacks a scan is given to do, and what it tells. */
export type ArchiveJob =
  | { readonly kind: 'pack'; readonly dir: string; readonly file: string }
  | { readonly kind: 'unpack'; readonly file: string; readonly dir: string; readonly id: string }

export type ToArchive = { readonly type: 'begin'; readonly job: ArchiveJob } | { readonly type: 'stop' }

export type FromArchive =
  | { readonly type: 'progress'; readonly done: number; readonly of: number }
  | { readonly type: 'packed'; readonly bytes: number }
  | { readonly type: 'unpacked'; readonly scan: ScanEntry }
  | {
      readonly type: 'failed'
      readonly code: ScanErrorCode | 'fault'
      readonly message: string
      readonly stack: string
    }
