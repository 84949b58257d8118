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

test('the version of Electron is the one of the lockfile', async () => {
  const { version } = require('electron/package.json') as { version: string }
  expect((await configuration())['electronVersion']).toBe(version)
})
