import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { browserVersion, readVersion, versionBeside } from '../../../scanner/browser/version.ts'

const scratch = mkdtempSync(join(tmpdir(), 'tagtrail-version-'))
afterAll(() => rmSync(scratch, { recursive: true }))

for (const [said, version] of [
  ['Chromium 156.0.8078.79 built on Debian GNU/Linux 12 (bookworm)', '156.0.8078.79'],
  ['Google Chrome 156.0.8078.47 ', '156.0.8078.47'],
  ['Google Chrome 157.0.8100.2 beta', '157.0.8100.2'],
  ['Google Chrome for Testing 156.0.8078.47', '156.0.8078.47'],
  ['Microsoft Edge 155.0.3000.1 dev', '155.0.3000.1'],
  ['Brave Browser 155.1.80.1 ', '155.1.80.1'],
  ['ChromeDriver 156.0.8078.47 (0a1b2c)', null],
  ['Mozilla Firefox 140.0', null],
  ['ls (GNU coreutils) 9.1', null],
  ['', null],
] as const)
  test(`"${said}" is ${version === null ? 'no browser' : `version ${version}`}`, () => {
    expect(browserVersion(said)).toBe(version)
  })

for (const [name, files, version] of [
  ['the folder of an installed Chrome', ['154.0.1.9', '154.0.1.10', 'SetupMetrics', 'chrome.exe'], '154.0.1.10'],
  ['the manifest of a Chrome for Testing', ['chrome.exe', '156.0.8078.47.manifest'], '156.0.8078.47'],
  ['nothing of the kind', ['notepad.exe', 'readme.txt', '1.2'], null],
] as const)
  test(`on Windows the version is read from ${name}`, () => {
    expect(versionBeside(files)).toBe(version)
  })

test('an answer is kept until the file changes', async () => {
  const program = script('counting', 'echo x >> "$0.asked"; echo "Chromium 1.2.3.4"')
  expect((await readVersion(program, { cache: scratch })).version).toBe('1.2.3.4')
  expect((await readVersion(program, { cache: scratch })).version).toBe('1.2.3.4')
  expect(readFileSync(`${program}.asked`, 'utf8')).toBe('x\n')
  script('counting', 'echo "Chromium 2.0.0.0"')
  expect((await readVersion(program, { cache: scratch })).version).toBe('2.0.0.0')
})

test('a failure is not kept', async () => {
  const program = script('mending', '[ -e "$0.mended" ] || exit 1; echo "Chromium 1.2.3.4"')
  expect((await readVersion(program, { cache: scratch })).version).toBeNull()
  writeFileSync(`${program}.mended`, '')
  expect((await readVersion(program, { cache: scratch })).version).toBe('1.2.3.4')
})

test('a damaged memory only costs asking again', async () => {
  const program = script('plain', 'echo "Chromium 1.2.3.4"')
  writeFileSync(join(scratch, 'versions.json'), '{"half')
  expect((await readVersion(program, { cache: scratch })).version).toBe('1.2.3.4')
})

test('the environment that goes with a browser reaches it', async () => {
  const program = script(
    'needy',
    '[ "$LIBRARIES" = here ] || { echo "libnss3.so: no such file" >&2; exit 127; }; echo "Chromium 1.2.3.4"',
  )
  expect(await readVersion(program)).toEqual({ version: null, said: 'libnss3.so: no such file' })
  expect((await readVersion(program, { env: { LIBRARIES: 'here' } })).version).toBe('1.2.3.4')
})

function script(name: string, body: string): string {
  const path = join(scratch, name)
  writeFileSync(path, `#!/bin/sh\n${body}\n`)
  chmodSync(path, 0o755)
  return path
}
