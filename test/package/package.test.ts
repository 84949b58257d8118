import { execFile } from 'node:child_process'
import { stat } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { extractAll, listPackage } from '@electron/asar'
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import { expect, test } from 'vitest'
import { temporaryFolder } from '../scanner/store/temporary-folder.ts'
import { standInElectron } from './stand-in.ts'

const run = promisify(execFile)
const { version } = createRequire(import.meta.url)('electron/package.json') as { version: string }

test('the package holds our program and nothing else, with its switches off', { timeout: 180_000 }, async () => {
  const folder = await temporaryFolder()
  const electronDist = await standInElectron(folder, version)
  const output = join(folder, 'dist')
  const builder = ['--linux', 'dir', `-c.electronDist=${electronDist}`, `-c.directories.output=${output}`]
  await run('node_modules/.bin/electron-builder', builder, { env: { ...process.env, CI: 'true' } })
  const place = join(output, 'linux-unpacked')
  const asar = join(place, 'resources', 'app.asar')

  const files = listPackage(asar, { isPack: false }).map((path) => path.replaceAll('\\', '/'))
  for (const wanted of [
    '/package.json',
    '/out/main/index.js',
    '/out/main/scan-child.js',
    '/out/main/reader-child.js',
    '/out/main/archive-child.js',
    '/out/preload/preload.cjs',
    '/out/renderer/index.html',
    '/out/main/LICENSES.txt',
    '/out/renderer/LICENSES.txt',
    '/NOTICE',
    '/out/knowledge.ndjson.gz',
    '/out/packages/@duckduckgo/autoconsent/rules/rules.json',
  ])
    expect(files).toContain(wanted)
  expect(files.filter((path) => /node_modules|\.map$|\.ts$|\/test\/|\.pem$|\.env/.test(path))).toEqual([])
  expect((await stat(asar)).size).toBeLessThan(12_000_000)

  const wire = await getCurrentFuseWire(join(place, 'tagtrail'))
  const isOn = (fuse: FuseV1Options): boolean => wire[fuse] === FuseState.ENABLE
  expect({
    runAsNode: isOn(FuseV1Options.RunAsNode),
    nodeOptions: isOn(FuseV1Options.EnableNodeOptionsEnvironmentVariable),
    inspect: isOn(FuseV1Options.EnableNodeCliInspectArguments),
    onlyAsar: isOn(FuseV1Options.OnlyLoadAppFromAsar),
    integrity: isOn(FuseV1Options.EnableEmbeddedAsarIntegrityValidation),
    cookies: isOn(FuseV1Options.EnableCookieEncryption),
    file: isOn(FuseV1Options.GrantFileProtocolExtraPrivileges),
    snapshot: isOn(FuseV1Options.LoadBrowserProcessSpecificV8Snapshot),
  }).toEqual({
    runAsNode: false,
    nodeOptions: false,
    inspect: false,
    onlyAsar: true,
    integrity: true,
    cookies: true,
    file: false,
    snapshot: false,
  })

  // What is in there runs without node_modules: it knows vendors, serves the lab's libraries and sees their banners.
  const unpacked = join(folder, 'unpacked')
  extractAll(asar, unpacked)
  const tagtrail = async (...words: string[]): Promise<string> => {
    const env = { ...process.env, TAGTRAIL_DATA: join(folder, 'data') }
    return (await run(process.execPath, [join(unpacked, 'out/main/cli.js'), ...words], { cwd: folder, env })).stdout
  }
  expect(await tagtrail('knowledge', 'show', 'kartra')).toContain('Kartra')
  const { faults, leftOut } = JSON.parse(
    await tagtrail('calibrate', '--only', 'banners', '--site', 'klaro-modal', '--json'),
  ) as Record<'faults' | 'leftOut', unknown[]>
  expect({ faults, leftOut }).toEqual({ faults: [], leftOut: [] })
})
