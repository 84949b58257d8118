import { mkdir, open, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { ScanError } from '../errors.ts'
import { writeError } from './write-error.ts'

/** Files on their way into the program or out of it, part by part: nobody ever holds the whole of one. */
export interface PassingFiles {
  /** Makes room for one of this name, and says where it is. */
  begin(name: string): Promise<string>
  /** `null` when there is none of that name (any more). */
  path(name: string): string | null
  /** Adds to its end, which has to be at `at`. */
  add(name: string, at: number, part: Uint8Array): Promise<void>
  /** As much as is wanted of it from `at` on, less at its end. */
  part(name: string, at: number, most: number): Promise<Uint8Array>
  drop(name: string): Promise<void>
  /** Those that a program which was killed left behind, or that nobody fetched. */
  clear(): Promise<void>
}

interface Passing {
  readonly path: string
  bytes: number
  touchedAtMs: number
}

export function openPassingFiles(folder: string, { nowMs }: { readonly nowMs: () => number }): PassingFiles {
  const known = new Map<string, Passing>()
  const touched = (name: string): Passing => {
    const file = known.get(name)
    if (!file) throw new ScanError('plan-invalid', 'this file waited too long and is gone; begin again')
    file.touchedAtMs = nowMs()
    return file
  }
  const drop: PassingFiles['drop'] = async (name) => {
    const file = known.get(name)
    known.delete(name)
    if (file) await rm(file.path, { force: true })
  }
  return {
    async begin(name) {
      // A window that has gone away says no farewell.
      for (const [old, { touchedAtMs }] of known) if (nowMs() - touchedAtMs > MOST_IDLE_MS) await drop(old)
      const path = join(folder, `${name}.tagtrail`)
      await mkdir(folder, { recursive: true, mode: 0o700 }).catch((cause: unknown) => {
        throw writeError(folder, cause)
      })
      known.set(name, { path, bytes: 0, touchedAtMs: nowMs() })
      return path
    },
    path: (name) => known.get(name)?.path ?? null,
    async add(name, at, part) {
      const file = touched(name)
      if (at !== file.bytes) throw new ScanError('plan-invalid', 'a part of this file is missing; begin again')
      if (at + part.length > MOST_BYTES)
        throw new ScanError('plan-invalid', `this file is larger than ${MOST_BYTES / 2 ** 30} GB, as no scan is`)
      try {
        const handle = await open(file.path, at === 0 ? 'w' : 'r+', 0o600)
        try {
          await handle.write(part, 0, part.length, at)
        } finally {
          await handle.close()
        }
      } catch (cause) {
        await drop(name)
        throw writeError(file.path, cause)
      }
      file.bytes += part.length
    },
    async part(name, at, most) {
      const handle = await open(touched(name).path, 'r')
      try {
        const bytes = new Uint8Array(most)
        const { bytesRead } = await handle.read(bytes, 0, most, at)
        return bytes.subarray(0, bytesRead)
      } finally {
        await handle.close()
      }
    },
    drop,
    async clear() {
      known.clear()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

const MOST_IDLE_MS = 10 * 60_000
const MOST_BYTES = 4 * 2 ** 30
