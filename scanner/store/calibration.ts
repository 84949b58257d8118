import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Calibration } from '../model.ts'
import { disk } from './disk.ts'
import { calibration } from './schemas/calibration.ts'
import { codeOf, writeError } from './write-error.ts'

const NAME = 'calibration.json'

/** The last calibration of the instrument on this machine; `null` when there was none, or it cannot be read any more. */
export async function readCalibration(folder: string): Promise<Calibration | null> {
  const text = await readFile(join(folder, NAME), 'utf8').catch((cause: unknown) => {
    if (codeOf(cause) === 'ENOENT') return null
    throw cause
  })
  if (text === null) return null
  try {
    return calibration.safeParse(JSON.parse(text)).data ?? null
  } catch {
    return null
  }
}

/** Replaces the one before, whole or not at all. Throws `disk-full` or `store-corrupt`. */
export async function writeCalibration(folder: string, done: Calibration): Promise<void> {
  const path = join(folder, NAME)
  try {
    await disk.makeFolder(folder)
    await disk.replace(path, `${JSON.stringify(done, null, 2)}\n`)
  } catch (cause) {
    throw writeError(path, cause)
  }
}
