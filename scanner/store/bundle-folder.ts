import { readdir, rm, rmdir } from 'node:fs/promises'
import { join } from 'node:path'
import { ScanError } from '../errors.ts'
import { isReport, layout } from './layout.ts'
import { codeOf } from './write-error.ts'

/** Makes sure that a new bundle may be laid here; see `createBundle`. */
export async function prepareFolder(dir: string, overwrite: boolean): Promise<void> {
  const names = await namesIn(dir)
  const foreign = names.filter((name) => !isOurs(name))
  if (foreign.length > 0) throw refusal(`${dir} holds other files (${foreign[0]}); choose an empty or a new folder`)
  if (names.length === 0) return
  if (!overwrite) throw refusal(`${dir} holds a scan already; choose another folder, or say that it may be replaced`)
  await emptyFolder(dir)
}

/** Takes away what belongs to a bundle, and the folder when nothing else is in it. */
export async function emptyFolder(dir: string): Promise<void> {
  for (const name of (await namesIn(dir)).filter(isOurs)) await rm(join(dir, name), { recursive: true, force: true })
  await rmdir(dir).catch(() => undefined) // Others' files stay, and so does the folder around them.
}

async function namesIn(dir: string): Promise<readonly string[]> {
  try {
    return (await readdir(dir)).filter((name) => name !== '.DS_Store')
  } catch (cause) {
    if (codeOf(cause) === 'ENOENT') return []
    const why = codeOf(cause) === 'ENOTDIR' ? 'is a file' : `cannot be read (${codeOf(cause)})`
    throw refusal(`${dir} ${why}; choose a folder for the scan`, cause)
  }
}

function isOurs(name: string): boolean {
  const whole = name.replace(/(\.\d+)+\.part$/, '')
  return ourNames.has(whole) || isReport(whole)
}

const ourNames: ReadonlySet<string> = new Set(Object.values(layout))

function refusal(message: string, cause?: unknown): ScanError {
  return new ScanError('plan-invalid', message, { cause })
}
