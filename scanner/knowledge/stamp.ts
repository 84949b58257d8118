import { createHash } from 'node:crypto'
import { closeSync, openSync, readdirSync, readSync, statSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { constants, gunzipSync } from 'node:zlib'
import { generatedFile, vendorFiles, VENDORS } from './places.ts'

/**
 * Names the state of everything in this checkout that knowledge is made from, without reading any of it: size and time of change of
 * the records, of the code that compiles them, and of npm's account of the packages.
 */
export function stampOfCheckout(): string {
  const here = fileURLToPath(new URL('.', import.meta.url))
  const vendors = fileURLToPath(VENDORS)
  const files = [
    ...vendorFiles().map((file) => vendors + file),
    ...codeIn(here).map((file) => here + file),
    fileURLToPath(new URL('../../node_modules/.package-lock.json', import.meta.url)),
  ]
  const states = files.map((file) => {
    const stats = statSync(file, { throwIfNoEntry: false })
    return `${file} ${stats?.mtimeMs} ${stats?.size}`
  })
  return createHash('sha256').update(states.join('\n')).digest('hex').slice(0, 16)
}

/** Whether the generated file is there and was made from what lies here now. */
export function isGeneratedFresh(): boolean {
  return headOf(generatedFile()).includes(`"stamp":"${stampOfCheckout()}"`)
}

function codeIn(folder: string): readonly string[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.ts'))
    .toSorted()
}

/** The stamp stands in the first line, which is short. */
function headOf(file: URL): string {
  try {
    const descriptor = openSync(file, 'r')
    const buffer = Buffer.alloc(4096)
    const read = readSync(descriptor, buffer, 0, buffer.length, 0)
    closeSync(descriptor)
    // As far as so little of it can be unpacked.
    return gunzipSync(buffer.subarray(0, read), { finishFlush: constants.Z_SYNC_FLUSH }).toString('utf8')
  } catch {
    return '' // Not made yet.
  }
}
