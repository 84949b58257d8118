import { CommanderError } from 'commander'
import { expect, test } from 'vitest'
import { failureOf, isDebug } from '../../main/failure.ts'
import { ScanError } from '../../scanner/errors.ts'

test('an error of a scan is its own sentence and nothing more', () => {
  const error = new ScanError('site-unreachable', 'https://shop.example/ answered nothing; open it in a browser')
  expect(failureOf(error, false)).toEqual({
    text: 'error: https://shop.example/ answered nothing; open it in a browser\n',
    exitCode: 3,
  })
})

test('a plan with several mistakes keeps a line for each', () => {
  const { text, exitCode } = failureOf(new ScanError('plan-invalid', 'a.yaml:1:1 one\na.yaml:2:1 two'), false)
  expect([text, exitCode]).toEqual(['error: a.yaml:1:1 one\na.yaml:2:1 two\n', 2])
})

test('a fault of ours says so in one line and how to report it', () => {
  const { text, exitCode } = failureOf(new TypeError('x is not a function\n    at y'), false)
  expect(text).toBe(
    'error: a fault in Tagtrail, not in what you did (x is not a function). Run it again with TAGTRAIL_DEBUG=1 and report what it prints.\n',
  )
  expect(exitCode).toBe(3)
})

test('with debug the stack and the causes are printed', () => {
  const error = new ScanError('disk-full', 'no room', { cause: new Error('ENOSPC of the disk') })
  expect(failureOf(error, true).text).toMatch(/^error: no room\n[^]*failure\.test\.ts[^]*ENOSPC of the disk/)
})

test('what a site put into a message does not reach the terminal as it is', () => {
  const { text } = failureOf(new ScanError('site-unreachable', 'bad \u001b]0;title\u0007'), false)
  expect(text).toBe('error: bad ‹U+001B›]0;title‹U+0007›\n')
})

test.each([
  ['help that was asked for is no failure', 0, 0],
  ['a slip on the command line is one of usage', 1, 2],
] as const)('%s, and has been told already', (_, given, exitCode) => {
  expect(failureOf(new CommanderError(given, 'commander.x', 'x'), false)).toEqual({ text: '', exitCode })
})

test.each([
  ['1', true],
  ['yes', true],
  ['0', false],
  ['', false],
  [undefined, false],
])('TAGTRAIL_DEBUG=%s is debug: %s', (value, expected) => {
  expect(isDebug({ TAGTRAIL_DEBUG: value })).toBe(expected)
})
