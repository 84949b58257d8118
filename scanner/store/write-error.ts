import { ScanError } from '../errors.ts'

/** A failed write as the person at the machine has to hear it: no room left, or a folder that cannot be written. `safe` says
 *  what is not touched by it. */
export function writeError(path: string, cause: unknown, safe: string | null = null): ScanError {
  const code = codeOf(cause)
  const rest = safe === null ? '' : `; ${safe}`
  if (code === 'ENOSPC' || code === 'EDQUOT' || code === 'EFBIG')
    return new ScanError(
      'disk-full',
      `${path} could not be written: no room left (${code}); free some space or choose another folder${rest}`,
      { cause },
    )
  return new ScanError(
    'store-corrupt',
    `${path} could not be written (${code}); check the folder and its rights${rest}`,
    {
      cause,
    },
  )
}

/** `ENOENT` and its kin, else the error in words. */
export function codeOf(cause: unknown): string {
  return cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause)
}
