import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { expect, test } from 'vitest'
import { parse } from 'yaml'

const require = createRequire(import.meta.url)
const { validateConfiguration } = require('app-builder-lib/out/util/config/config.js') as {
  validateConfiguration(configuration: unknown, log: unknown): Promise<void>
}
const { DebugLogger } = require('builder-util') as { DebugLogger: new (isEnabled: boolean) => unknown }

const configuration = async (): Promise<Record<string, unknown>> =>
  parse(await readFile('electron-builder.yml', 'utf8'))

test('electron-builder knows every key of its configuration', async () => {
  await validateConfiguration(await configuration(), new DebugLogger(false))
  const misspelt = { ...(await configuration()), prodctName: 'x' }
  await expect(validateConfiguration(misspelt, new DebugLogger(false))).rejects.toThrow('prodctName')
})

test('an AppImage has its sandbox, and macOS gets a seal its processors accept', async () => {
  expect(await configuration()).toMatchObject({
    toolsets: { appimage: expect.stringMatching(/^1\./) },
    mac: { identity: '-', hardenedRuntime: false },
  })
})

test('every action of the workflows is pinned to a commit', async () => {
  const uses = (
    await Promise.all(['ci', 'installers'].map((name) => readFile(`.github/workflows/${name}.yml`, 'utf8')))
  )
    .flatMap((text) => text.split('\n'))
    .filter((line) => line.includes('uses:'))
  expect(uses.length).toBeGreaterThan(3)
  expect(uses.filter((line) => !/uses: [\w/-]+@[0-9a-f]{40} # v\d/.test(line))).toEqual([])
})

test('the version of Electron is the one of the lockfile', async () => {
  const { version } = require('electron/package.json') as { version: string }
  expect((await configuration())['electronVersion']).toBe(version)
})
