import { expect, test } from 'vitest'
import { findBrowser, resolveGiven, type Machine } from '../../../scanner/browser/find.ts'

test('the first installed browser that says its version is taken', async () => {
  const machine = linux({ '/usr/bin/chromium': '156.0.8078.79', '/usr/bin/microsoft-edge': '155.0.1.2' })
  expect(await findBrowser(machine)).toEqual({ path: '/usr/bin/microsoft-edge', version: '155.0.1.2' })
})

test('a stand-in that says no version is passed over', async () => {
  const machine = linux({ '/usr/bin/google-chrome': null, '/snap/bin/chromium': '156.0.8078.79' })
  expect(await findBrowser(machine)).toEqual({ path: '/snap/bin/chromium', version: '156.0.8078.79' })
})

test('nothing installed is null, and no program was run', async () => {
  const asked: string[] = []
  const machine = linux({})
  const watching: Machine = { ...machine, runVersion: (path) => (asked.push(path), machine.runVersion(path)) }
  expect(await findBrowser(watching)).toBeNull()
  expect(asked).toEqual([])
})

for (const [name, given, path] of [
  ['a path is taken as it is', '/opt/my chrome/chrome', '/opt/my chrome/chrome'],
  ['a relative path is taken as it is', './chrome', './chrome'],
  ['a bare name is looked up on the search path', 'chromium', '/usr/bin/chromium'],
  ['a bare name that is nowhere stays as it is', 'firefox', 'firefox'],
] as const)
  test(`of what the user gives, ${name}`, () => {
    expect(resolveGiven(given, linux({ '/usr/bin/chromium': '1.2.3.4' }))).toBe(path)
  })

for (const given of ['/Applications/Google Chrome.app', '/Applications/Google Chrome.app/'])
  test(`on macOS ${given} means the program inside`, () => {
    const mac: Machine = { ...linux({}), platform: 'darwin' }
    expect(resolveGiven(given, mac)).toBe('/Applications/Google Chrome.app/Contents/MacOS/Google Chrome')
  })

/** A machine on which these files exist and answer with these versions; null is a program that is no browser. */
function linux(files: Readonly<Record<string, string | null>>): Machine {
  return {
    platform: 'linux',
    env: { PATH: '/usr/bin' },
    home: '/home/ada',
    exists: (path) => path in files,
    runVersion: async (path) => ({ version: files[path] ?? null, said: 'nothing' }),
  }
}
