import { ScanError } from '../errors.ts'

/** Whether something failed because a page hung, crashed, closed or went elsewhere: not by a mistake of ours, nor on purpose. */
export function isPageTrouble(reason: unknown): boolean {
  const isBug = reason instanceof TypeError || reason instanceof RangeError || reason instanceof ReferenceError
  const isCancelled = reason instanceof DOMException && reason.name === 'AbortError'
  return reason instanceof Error && !isBug && !isCancelled && !(reason instanceof ScanError)
}
