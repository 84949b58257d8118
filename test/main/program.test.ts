import { describe, expect, test } from 'vitest'
import packageJson from '../../package.json' with { type: 'json' }
import { run } from '../../main/program.ts'
import { fakeHost } from './fake-host.ts'

async function ran(...words: readonly string[]) {
  const host = fakeHost()
  await run(words, host)
  return { out: host.out(), err: host.err(), code: host.ended() }
}

const COMMANDS = ['scan', 'report', 'verify', 'import-har', 'har', 'demo', 'lab', 'schema']

describe('help', () => {
  test('names every command and the first thing to try', async () => {
    const { out, err, code } = await ran('--help')
    for (const name of COMMANDS) expect(out).toMatch(new RegExp(`^  ${name} .*  [a-z]`, 'm'))
    expect(out).toContain('$ tagtrail demo')
    expect([err, code]).toEqual(['', 0])
  })

  test.each(COMMANDS)('of %s has examples and the ways it can end', async (name) => {
    const { out, err, code } = await ran(name, '--help')
    expect(out).toContain(`Usage: tagtrail ${name} `)
    expect(out).toMatch(new RegExp(`Examples:\n  \\$ tagtrail ${name}`))
    expect(out).toMatch(/Exit codes:\n {2}0 {2}\w/)
    expect([err, code]).toEqual(['', 0])
  })

  test('is what one gets who says nothing, as an error', async () => {
    const { out, err, code } = await ran()
    expect([out, code]).toEqual(['', 2])
    expect(err).toContain('Usage: tagtrail <command>')
  })
})

test('the version is that of the package', async () => {
  expect(await ran('--version')).toEqual({ out: `${packageJson.version}\n`, err: '', code: 0 })
})

describe('a slip on the command line ends with 2, one line that says which, and where the help is', () => {
  test.each([
    [['scna'], /^error: unknown command 'scna'\n\(Did you mean scan\?\)\n/],
    [['scan', 'a.yaml'], /^error: required option '--out <dir>' not specified\n/],
    [['scan', '--out', 'x'], /^error: missing required argument 'plan\|url'\n/],
    [['scan', 'a.yaml', '--out', 'x', '--fail-on', 'bad'], /is invalid\. Allowed choices are info, low, /],
    [['scan', 'a.yaml', '--out', 'x', '--runs', 'two'], /'two' is invalid\. It must be a whole number\.\n/],
    [['scan', 'a.yaml', '--out', 'x', '--stats'], /^error: unknown option '--stats'\n\(Did you mean --states\?\)\n/],
    [['report'], /^error: missing required argument 'dir'\n/],
    [['report', 'x', '--format', 'pdf'], /is invalid\. Allowed choices are html, json\.\n/],
    [['lab', '--port', '70000'], /It must be a number from 0 to 65535\.\n/],
    [['lab', 'extra'], /^error: too many arguments for 'lab'/],
    [['schema', 'plam'], /is invalid for argument 'name'\. Allowed choices are plan, /],
    [['lab', '--\u001b[2J'], /^error: unknown option '--‹U\+001B›\[2J'\n/],
  ])('%j', async (words, message) => {
    const { out, err, code } = await ran(...words)
    expect(err).toMatch(message)
    expect(err).toMatch(/\nAdd --help for an explanation and examples\.\n$/)
    expect([out, code]).toEqual(['', 2])
  })
})

test('a plan at fault is told without a stack and ends with 2', async () => {
  const { out, err, code } = await ran('scan', 'nowhere.yaml', '--out', 'never-made')
  expect([out, err, code]).toEqual(['', 'error: nowhere.yaml does not exist; check the path\n', 2])
})
