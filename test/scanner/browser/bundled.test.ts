import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import puppeteer from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { bundledPlace, startableBundled, unpackBundled } from '../../../scanner/browser/bundled.ts'

const isOffered = process.platform === 'linux' && process.arch === 'x64'

test.skipIf(isOffered)('elsewhere than on Linux x64 there is none', () => {
  expect(bundledPlace(tmpdir())).toBeNull()
})

describe.runIf(isOffered)('the bundled Chromium', () => {
  let cache: string
  beforeAll(() => void (cache = mkdtempSync(join(tmpdir(), 'tagtrail-bundled-'))))
  afterAll(() => rmSync(cache, { recursive: true }))

  test('unpacks once, into a folder of its version, and loads a page with arguments of our own', async () => {
    const place = bundledPlace(cache)
    expect(place).toMatchObject({ isUnpacked: false })
    if (place === null) return
    await unpackBundled(place)
    expect(readdirSync(cache)).toEqual([`bundled-${place.version}`])
    expect(bundledPlace(cache)).toEqual({ ...place, isUnpacked: true })
    writeFileSync(join(place.folder, 'witness'), '')
    await unpackBundled(place)
    expect(readdirSync(place.folder)).toContain('witness')

    const { path, version, env } = await startableBundled(place)
    expect(await titleOfAPage(path, env)).toEqual({ title: 'seen', product: expect.stringContaining(version) })
  })

  test('says the last words of a program that does not start', async () => {
    const place = { cache, packed: '', folder: mkdtempSync(join(cache, 'broken-')), version: '1', isUnpacked: true }
    writeFileSync(join(place.folder, 'chromium'), '#!/bin/sh\necho "GLIBC_2.99 not found" >&2\nexit 1\n', {
      mode: 0o755,
    })
    await expect(startableBundled(place)).rejects.toThrow('GLIBC_2.99 not found')
  })

  test('gets its own libraries only when it does not start without', async () => {
    const place = { cache, packed: '', folder: mkdtempSync(join(cache, 'needy-')), version: '1', isUnpacked: true }
    const libraries = join(place.folder, 'libraries', 'lib')
    const body = `case "$LD_LIBRARY_PATH" in ${libraries}*) echo "Chromium 1.2.3.4";; *) exit 127;; esac`
    writeFileSync(join(place.folder, 'chromium'), `#!/bin/sh\n${body}\n`, { mode: 0o755 })
    const { version, env } = await startableBundled(place)
    expect(version).toBe('1.2.3.4')
    expect(env['LD_LIBRARY_PATH']?.split(':')[0]).toBe(libraries)
  })
})

async function titleOfAPage(executablePath: string, env: Readonly<Record<string, string>>) {
  const browser = await puppeteer.launch({
    executablePath,
    env: { ...process.env, ...env },
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
    pipe: true,
  })
  try {
    const page = await browser.newPage()
    await page.goto('data:text/html,<title>unseen</title><script>document.title="seen"</script>')
    return { title: await page.title(), product: await browser.version() }
  } finally {
    await browser.close()
  }
}
