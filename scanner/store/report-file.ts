import { dirname } from 'node:path'
import { disk } from './disk.ts'
import { writeError } from './write-error.ts'

/** Writes a document whole or not at all, and makes its folder. Throws `disk-full` or `store-corrupt`. */
export async function writeReport(path: string, text: string): Promise<void> {
  try {
    await disk.makeFolder(dirname(path))
    await disk.replace(path, text)
  } catch (cause) {
    throw writeError(path, cause)
  }
}
