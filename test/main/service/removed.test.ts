import { existsSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { sendScan } from '../../../renderer/parts/scan-file.ts'
import { packBundle } from '../../../scanner/store/archive.ts'
import { sealedBundle } from '../../scanner/store/sealed-bundle.ts'
import { openApp } from '../open-app.ts'

const DRAFT = { name: 'Webinar', site: 'https://shop.example', steps: [{ id: 'home', go: { url: '/' } }] }

async function packed(): Promise<Blob> {
  const chunks: BlobPart[] = []
  for await (const chunk of packBundle((await sealedBundle()).dir)) chunks.push(new Uint8Array(chunk))
  return new Blob(chunks)
}

test('a funnel, a client and a scan that were removed are listed and come back', async () => {
  const { client } = await openApp()
  const { id: projectId } = await client.projects.save({ name: 'Lumen' })
  const { id: funnelId } = await client.funnels.save({ projectId, draft: DRAFT })
  const scan = await sendScan(client, await packed(), { projectId })
  await client.scans.remove({ id: scan.id, files: false })
  await client.funnels.remove({ id: funnelId })
  await client.projects.remove({ id: projectId })
  expect((await client.removed.list()).map(({ what, name }) => [what, name])).toEqual([
    ['client', 'Lumen'],
    ['funnel', 'Webinar'],
    ['scan', scan.name],
  ])
  expect(await client.scans.list({})).toMatchObject({ total: 0 })
  // A funnel is nowhere without its client.
  await client.removed.restore({ what: 'funnel', id: funnelId })
  expect(await client.removed.restore({ what: 'scan', id: scan.id })).toEqual([])
  expect(await client.projects.list()).toMatchObject([{ id: projectId, funnels: 1, scans: 1 }])
  expect((await client.results.open({ id: scan.id })).headline).toBe(scan.headline)
  await expect(client.removed.restore({ what: 'scan', id: scan.id })).rejects.toMatchObject({ code: 'NOT_FOUND' })
})

test('what was removed a month ago is swept at the start: evidence in our own folder, too, and nothing else', async () => {
  const first = await openApp()
  const { dir: outside } = await sealedBundle()
  const [old, young, elsewhere] = await Promise.all(
    [packed(), packed(), packed()].map(async (file) => {
      return sendScan(first.client, await file)
    }),
  )
  const { id: projectId } = await first.client.projects.save({ name: 'Lumen' })
  await first.client.projects.remove({ id: projectId })
  for (const scan of [old, young, elsewhere]) await first.client.scans.remove({ id: scan?.id ?? '', files: false })
  await first.service.close()
  const path = join(first.folder, 'catalog.json')
  const catalog = JSON.parse(await readFile(path, 'utf8')) as {
    scans: { id: string; dir: string; removedAt: string }[]
    projects: { removedAt: string }[]
  }
  const LONG_AGO = '2026-01-01T00:00:00.000Z'
  for (const scan of catalog.scans) if (scan.id !== young?.id) scan.removedAt = LONG_AGO
  for (const scan of catalog.scans) if (scan.id === elsewhere?.id) scan.dir = outside
  for (const project of catalog.projects) project.removedAt = LONG_AGO
  await writeFile(path, JSON.stringify(catalog))

  const { client } = await openApp({ folder: first.folder })
  expect(await client.removed.list()).toMatchObject([{ what: 'scan', id: young?.id }])
  expect([old, young].map((scan) => existsSync(scan?.dir ?? ''))).toEqual([false, true])
  expect(existsSync(outside)).toBe(true)
})
