import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { readdir, readFile, stat } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import type { Client, ScanSummary } from '../../main/contract.ts'
import { fetchScan, sendScan } from '../../renderer/parts/scan-file.ts'
import { openApp } from '../main/open-app.ts'

const PASSWORD = 'canary-pw-7f3a91'
const HEADER = 'canary-header-c40d2e'
const PROXY_PASSWORD = 'canary-proxy-19be55'
const FORMS = [
  PASSWORD,
  HEADER,
  PROXY_PASSWORD,
  ...[`staging:${PASSWORD}`, `ann:${PROXY_PASSWORD}`].map((pair) => Buffer.from(pair).toString('base64')),
]

/** A staging site that lets nobody in without both. */
async function stagingSite(): Promise<{ readonly site: string; readonly letIn: () => number }> {
  let letIn = 0
  const wanted = `Basic ${Buffer.from(`staging:${PASSWORD}`).toString('base64')}`
  const server = createServer(({ headers }, response) => {
    if (headers.authorization !== wanted || headers['x-preview'] !== HEADER) {
      response.writeHead(401, { 'www-authenticate': 'Basic realm="staging"' }).end('no')
      return
    }
    letIn++
    response.writeHead(200, { 'content-type': 'text/html' }).end('<title>Staging</title><h1>Inside</h1>')
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  onTestFinished(() => void server.close())
  return { site: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, letIn: () => letIn }
}

async function scanned(client: Client, funnelId: string): Promise<ScanSummary> {
  const { id } = await client.scans.start({ funnelId })
  for await (const progress of await client.scans.watch({ id })) void progress
  return client.scans.get({ id })
}

/** Every file of the program that holds one of them in any form. */
async function filesWithSecrets(folder: string): Promise<readonly string[]> {
  const found: string[] = []
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name)
    if (!entry.isFile()) continue
    const bytes = await readFile(path)
    if (FORMS.some((form) => bytes.includes(form))) found.push(relative(folder, path))
  }
  return found.toSorted()
}

test('what lets a scan in is kept in the settings for their owner alone, and in no other file or answer', async () => {
  const { site, letIn } = await stagingSite()
  const { client, folder } = await openApp()
  const { id: projectId } = await client.projects.save({ name: 'Lumen' })
  const access = { basicAuth: { username: 'staging', password: PASSWORD }, headers: { 'X-Preview': HEADER } }
  const draft = { name: 'Staging', site, states: ['no-choice'], steps: [{ id: 'home', go: { url: '/' } }], access }
  const { id: funnelId } = await client.funnels.save({ projectId, draft })

  const whole = await scanned(client, funnelId)
  expect([whole.status, letIn() > 0]).toEqual(['complete', true])
  await client.reports.save({ id: whole.id, format: 'html' })
  await client.reports.save({ id: whole.id, format: 'json' })
  // Unpacked again, what was packed can be read.
  await sendScan(client, await fetchScan(client, whole.id))

  // No browser can be started: what the program says of it goes to the log and to the list.
  vi.stubEnv('TAGTRAIL_BROWSER', join(folder, 'none'))
  onTestFinished(() => void vi.unstubAllEnvs())
  await client.settings.change({ proxy: `http://ann:${PROXY_PASSWORD}@proxy.example:8080` })
  const failed = await scanned(client, funnelId)
  expect(failed.status).toBe('failed')

  const wrong = {
    ...draft,
    access: { ...access, headers: { 'X-Preview': `${HEADER}é` }, proxy: `x:${PROXY_PASSWORD}@y` },
  }
  const { mistakes, hiddenText } = await client.funnels.check({ draft: wrong })
  expect(mistakes.map(({ at }) => at)).toEqual(['access.headers.X-Preview', 'access.proxy'])
  for (const secret of [HEADER, PASSWORD, PROXY_PASSWORD]) expect(hiddenText).not.toContain(secret)
  const { lines } = await client.settings.log({})
  for (const told of [mistakes, lines, failed, await client.results.open({ id: whole.id })])
    expect(FORMS.filter((form) => JSON.stringify(told).includes(form))).toEqual([])

  const keeping = await filesWithSecrets(folder)
  expect(keeping).toEqual(['catalog.json', 'catalog.last-good.json'])
  if (process.platform !== 'win32')
    for (const name of keeping) expect((await stat(join(folder, name))).mode & 0o777).toBe(0o600)
})
