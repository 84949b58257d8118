import { ScanError } from '../errors.ts'

/** A failed write as the person at the machine has to hear it: no room left, or a folder that cannot be written. */
export function writeError(path: string, cause: unknown): ScanError {
  const code = codeOf(cause)
  if (code === 'ENOSPC' || code === 'EDQUOT' || code === 'EFBIG')
    return new ScanError(
      'disk-full',
      `${path} could not be written: no room left (${code}); free some space or choose another folder`,
      { cause },
    )
  return new ScanError('store-corrupt', `${path} could not be written (${code}); check the folder and its rights`, {
    cause,
  })
}

/** `ENOENT` and its kin, else the error in words. */
export function codeOf(cause: unknown): string {
  return cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause)
}
