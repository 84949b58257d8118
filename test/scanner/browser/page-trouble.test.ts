import { expect, test } from 'vitest'
import { isPageTrouble } from '../../../scanner/browser/page-trouble.ts'
import { ScanError } from '../../../scanner/errors.ts'

for (const [what, reason, isTrouble] of [
  ['a protocol error', new Error('Protocol error (Runtime.callFunctionOn): Target closed'), true],
  ['a limit that passed', new DOMException('The operation timed out', 'TimeoutError'), true],
  ['a cancelled scan', new DOMException('This operation was aborted', 'AbortError'), false],
  ['a full disk', new ScanError('disk-full', 'no space left'), false],
  ['a mistake of ours', new TypeError('x is not a function'), false],
  ['something that is no error', 'stop', false],
] as const)
  test(`${what} is ${isTrouble ? '' : 'no '}trouble of the page`, () => {
    expect(isPageTrouble(reason)).toBe(isTrouble)
  })
