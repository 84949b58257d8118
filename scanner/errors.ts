/** What ends a scan: each code names who has to act. Anything else is a gap (recorded) or a bug (not caught). */
export type ScanErrorCode =
  | 'browser-missing'
  | 'site-unreachable'
  | 'browser-crashed'
  | 'plan-invalid'
  | 'cancelled'
  | 'disk-full'
  | 'store-corrupt'

/** Says what happened, to what, and what to do, in one line fit for a person. */
export class ScanError extends Error {
  readonly code: ScanErrorCode

  constructor(code: ScanErrorCode, message: string, options?: { readonly cause?: unknown }) {
    super(message, options)
    this.name = 'ScanError'
    this.code = code
  }
}
