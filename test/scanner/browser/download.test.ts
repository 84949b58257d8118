import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type RequestListener, type Server } from 'node:http'
import { tmpdir } from 'node:os'
import { join, relative, sep } from 'node:path'
import { Browser, computeExecutablePath } from '@puppeteer/browsers'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { CHROME_BUILD, downloadBrowser, downloadedBrowser } from '../../../scanner/browser/download.ts'
import { zipOf } from './zip-of.ts'

let cache: string
let server: Server | undefined
beforeEach(() => void (cache = mkdtempSync(join(tmpdir(), 'tagtrail-download-'))))
afterEach(() => {
  server?.closeAllConnections()
  server?.close()
  rmSync(cache, { recursive: true })
})

test('a download is unpacked, reported and found again', async () => {
  const seen: [number, number][] = []
  const archive = zipOf(programInArchive(), '#!/bin/sh\necho "Google Chrome for Testing 1.2.3.4"\n')
  const baseUrl = await serve((_request, answer) =>
    answer.writeHead(200, { 'content-length': archive.length }).end(archive),
  )
  expect(downloadedBrowser(cache)).toBeNull()
  const path = await downloadBrowser({ cache, baseUrl, progress: (...bytes) => seen.push(bytes) })
  expect(readFileSync(path, 'utf8')).toContain('1.2.3.4')
  expect(seen.at(-1)).toEqual([archive.length, archive.length])
  expect(downloadedBrowser(cache)).toBe(path)
  expect(readdirSync(cache)).toEqual([`chrome-${CHROME_BUILD}`])
})

for (const [name, listener, reason] of [
  ['refused', (_request, answer) => void answer.writeHead(403).end(), /returned code 403/],
  [
    'broken off',
    (_request, answer) => void answer.writeHead(200, { 'content-length': 999 }).write('PK', () => answer.destroy()),
    /received 2 bytes/,
  ],
  ['damaged', (_request, answer) => void answer.writeHead(200).end('not a zip'), /Extraction failed/],
  ['silent', () => {}, /hang up|ECONNRESET|closed/],
] as const satisfies readonly (readonly [string, RequestListener, RegExp])[])
  test(`a ${name} download gives its reason and leaves nothing behind`, async () => {
    const baseUrl = await serve(listener)
    const failure = downloadBrowser({ cache, baseUrl, progress: () => {}, stalledAfterMs: 200 })
    await expect(failure).rejects.toThrow(reason)
    expect(readdirSync(cache)).toEqual([])
  })

test('a folder whose program is gone is replaced', async () => {
  const archive = zipOf(programInArchive(), '#!/bin/sh\n')
  const baseUrl = await serve((_request, answer) => answer.end(archive))
  const download = { cache, baseUrl, progress: () => {} }
  const path = await downloadBrowser(download)
  rmSync(path)
  expect(downloadedBrowser(cache)).toBeNull()
  expect(await downloadBrowser(download)).toBe(path)
  writeFileSync(path, 'kept')
  await downloadBrowser({ ...download, baseUrl: 'http://127.0.0.1:1' })
  expect(readFileSync(path, 'utf8')).toBe('kept')
})

/** `chrome-linux64/chrome` on Linux: where the archive of this system has its program. */
function programInArchive(): string {
  const path = computeExecutablePath({ browser: Browser.CHROME, buildId: CHROME_BUILD, cacheDir: '/c' })
  return relative('/c', path).split(sep).slice(2).join('/')
}

async function serve(listener: RequestListener): Promise<string> {
  const opened = createServer(listener)
  server = opened
  await new Promise<void>((listening) => opened.listen(0, '127.0.0.1', listening))
  const address = opened.address()
  return `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`
}
