import { dirname } from 'node:path'
import { disk } from './disk.ts'
import { writeError } from './write-error.ts'

/** Writes a document whole or not at all, and makes its folder. Throws `disk-full` or `store-corrupt`. */
export async function writeReport(path: string, content: string | Uint8Array): Promise<void> {
  try {
    await disk.makeFolder(dirname(path))
    await disk.replace(path, content)
  } catch (cause) {
    throw writeError(path, cause)
  }
}
