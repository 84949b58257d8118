import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { bundledPlace } from '../../../scanner/browser/bundled.ts'
import { browserFolder } from '../../../scanner/browser/cache-folder.ts'
import { CHROME_BUILD } from '../../../scanner/browser/download.ts'
import { provideBrowser, type ProvideOptions } from '../../../scanner/browser/provide.ts'

/** Port 1 answers nobody: each download is refused at once. */
const REFUSING = 'http://127.0.0.1:1'

let cache: string
let said: string[]
beforeEach(() => {
  cache = mkdtempSync(join(tmpdir(), 'tagtrail-provide-'))
  said = []
})
afterEach(() => rmSync(cache, { recursive: true }))

test('an installed browser is used without a word', async () => {
  expect(await provide({ installed: true })).toEqual({
    path: '/usr/bin/chromium',
    version: '156.0.8078.79',
    source: 'system',
    env: {},
  })
  expect(said).toEqual([])
})

test('the setting wins over an installed browser', async () => {
  const choice = await provide({ installed: true, setting: '/opt/chrome' })
  expect(choice).toMatchObject({ path: '/opt/chrome', source: 'setting' })
})

test('a wrong path is refused even where a browser is installed', async () => {
  const failure = provide({ installed: true, env: { CHROME_PATH: '/nowhere' } })
  await expect(failure).rejects.toMatchObject({ code: 'browser-missing', message: expect.stringContaining('/nowhere') })
})

test('a browser downloaded before is used without a word', async () => {
  const path = putDownloaded('echo "Google Chrome for Testing 1.2.3.4"')
  expect(await provide({})).toEqual({ path, version: '1.2.3.4', source: 'downloaded', env: {} })
  expect(said).toEqual([])
})

test('a wish for a download that is refused names the reason and the ways out', async () => {
  const message = await failureOf({ installed: true, env: { TAGTRAIL_BROWSER: 'download' } })
  expect(message).toContain('TAGTRAIL_BROWSER asks for a download')
  expect(message).toContain(
    `Chrome for Testing ${CHROME_BUILD} could not be downloaded: connect ECONNREFUSED 127.0.0.1:1`,
  )
  expect(message).toContain('apt-get install chromium')
  expect(message).toContain('CHROME_PATH=')
})

describe.runIf(process.platform === 'linux' && process.arch === 'x64')('where a Chromium is bundled', () => {
  test('it is the last resort, and the refused download is not tried again', async () => {
    const path = putBundled('echo "Chromium 1.2.3.4"')
    expect(await provide({})).toMatchObject({ path, version: '1.2.3.4', source: 'bundled' })
    expect(said).toEqual([expect.stringContaining('Downloading Chrome for Testing')])
    said = []
    expect(await provide({})).toMatchObject({ path, source: 'bundled' })
    expect(said).toEqual([])
  })

  test('TAGTRAIL_BROWSER=bundled wins over an installed and a downloaded browser', async () => {
    putDownloaded('echo "Google Chrome for Testing 1.2.3.4"')
    const path = putBundled('echo "Chromium 1.2.3.4"')
    const env = { TAGTRAIL_BROWSER: 'bundled' }
    expect(await provide({ installed: true, env })).toMatchObject({ path, source: 'bundled' })
    expect(said).toEqual([])
  })

  test('asking for it once leaves the download to be tried later', async () => {
    putBundled('echo "Chromium 1.2.3.4"')
    await provide({ env: { TAGTRAIL_BROWSER: 'bundled' } })
    await provide({})
    expect(said).toEqual([expect.stringContaining('Downloading')])
  })

  test('a download that does not start gives way to it', async () => {
    putDownloaded('echo "libgbm.so.1: cannot open shared object file" >&2; exit 127')
    putBundled('echo "Chromium 1.2.3.4"')
    expect(await provide({})).toMatchObject({ source: 'bundled' })
  })

  test('when nothing starts, every reason is told', async () => {
    putDownloaded('echo "libgbm.so.1: cannot open shared object file" >&2; exit 127')
    putBundled('echo "GLIBC_2.34 not found" >&2; exit 1')
    const message = await failureOf({})
    expect(message).toContain('is downloaded but does not start: libgbm.so.1')
    expect(message).toContain('The bundled Chromium does not start: GLIBC_2.34 not found')
    expect(message.match(/libgbm/g)).toHaveLength(1)
  })
})

interface Situation extends Pick<ProvideOptions, 'setting'> {
  readonly installed?: boolean
  readonly env?: NodeJS.ProcessEnv
}

function provide({ installed = false, env = {}, setting = null }: Situation) {
  const present = installed ? ['/usr/bin/chromium', '/opt/chrome'] : []
  return provideBrowser({
    setting,
    cache,
    baseUrl: REFUSING,
    say: (line) => said.push(line),
    machine: {
      platform: 'linux',
      env,
      home: '/home/ada',
      exists: (path) => present.includes(path),
      runVersion: async () => ({ version: '156.0.8078.79', said: '' }),
    },
  })
}

async function failureOf(situation: Situation): Promise<string> {
  const failure: unknown = await provide(situation).catch((error: unknown) => error)
  expect(failure).toMatchObject({ code: 'browser-missing' })
  return failure instanceof Error ? failure.message : ''
}

function putDownloaded(body: string): string {
  const folder = browserFolder(cache, 'chrome', CHROME_BUILD)
  const path = putScript(join(folder, 'chrome'), body)
  writeFileSync(join(folder, 'program.txt'), 'chrome')
  return path
}

function putBundled(body: string): string {
  return putScript(join(bundledPlace(cache)?.folder ?? '', 'chromium'), body)
}

function putScript(path: string, body: string): string {
  if (!existsSync(dirname(path))) mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, `#!/bin/sh\n${body}\n`, { mode: 0o755 })
  return path
}
