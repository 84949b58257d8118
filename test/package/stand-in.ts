import { chmod, mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createPackage } from '@electron/asar'

/** What electron-builder needs of an unpacked Electron, without being one: it carries the switches and runs nothing. */
export async function standInElectron(folder: string, version: string): Promise<string> {
  const dist = join(folder, 'electron')
  const app = join(folder, 'default-app')
  for (const path of [join(dist, 'locales'), join(dist, 'resources'), app]) await mkdir(path, { recursive: true })
  // Where Electron keeps its fuses: a word to find them by, their version, their number, and one character each.
  const fuses = Buffer.concat([
    Buffer.from('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'),
    Buffer.from([1, 9]),
    Buffer.from('0'.repeat(9)),
  ])
  await writeFile(join(dist, 'electron'), Buffer.concat([Buffer.from('#!/bin/sh\nexit 1\n'), fuses]))
  await chmod(join(dist, 'electron'), 0o755)
  for (const name of [
    'LICENSE',
    'LICENSES.chromium.html',
    'locales/en-US.pak',
    'chrome-sandbox',
    'chrome_crashpad_handler',
  ])
    await writeFile(join(dist, name), '')
  await writeFile(join(dist, 'version'), version)
  await writeFile(join(app, 'main.js'), '')
  await createPackage(app, join(dist, 'resources', 'default_app.asar'))
  return dist
}
