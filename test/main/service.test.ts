import { createHash } from 'node:crypto'
import { readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { ChildProcess } from '../../main/scan-process.ts'
import { openService } from '../../main/service.ts'
import { processHost } from '../../main/host.ts'
import { fetchScan, sendScan } from '../../renderer/parts/scan-file.ts'
import { packBundle } from '../../scanner/store/archive.ts'
import { observations } from '../scanner/samples.ts'
import { sealedBundle } from '../scanner/store/sealed-bundle.ts'
import { openApp } from './open-app.ts'

const NO_MISTAKES = { name: 'Shop', site: 'https://shop.example', steps: [{ id: 'home', go: { url: '/' } }] }

test('clients and funnels are kept, removed, and brought back with what went with them', async () => {
  const { client } = await openApp()
  const project = await client.projects.save({ name: '  Lumen ' })
  const funnel = await client.funnels.save({ projectId: project.id, draft: NO_MISTAKES })
  expect(funnel).toMatchObject({ mistakes: [], plan: { site: 'https://shop.example', runs: 1 } })
  expect(await client.projects.list()).toMatchObject([{ name: 'Lumen', funnels: 1, scans: 0 }])
  expect((await client.projects.remove({ id: project.id })).funnelIds).toEqual([funnel.id])
  expect(await client.funnels.list({})).toEqual([])
  await client.projects.save({ id: project.id, name: 'Lumen' })
  expect(await client.funnels.list({ projectId: project.id })).toMatchObject([{ id: funnel.id, steps: 1, mistakes: 0 }])
})

test('a funnel with mistakes is kept, told by path, and not scanned', async () => {
  const { client } = await openApp()
  const { id: projectId } = await client.projects.save({ name: 'Lumen' })
  const draft = { ...NO_MISTAKES, steps: [{ id: 'home', go: { url: 'shop' } }] }
  const funnel = await client.funnels.save({ projectId, draft })
  expect(funnel.mistakes).toMatchObject([{ path: ['steps', 0, 'go', 'url'], at: 'steps[0].go.url', line: 6 }])
  expect(funnel.text.split('\n')[5]).toContain('url: shop')
  expect(funnel.draft).toEqual(draft)
  await expect(client.scans.start({ funnelId: funnel.id })).rejects.toMatchObject({
    code: 'SCAN_ERROR',
    data: { code: 'plan-invalid' },
    message: expect.stringContaining('steps[0].go.url'),
  })
})

for (const [name, text, line, column, says] of [
  ['a slip in the syntax', 'name: [', 1, 8, ''],
  [
    'a wrong value',
    'name: x\nsite: https://shop.example\nsteps:\n  - id: home\n    go: { url: shop }\n',
    5,
    16,
    'is not an address',
  ],
  ['a list', '- a', 1, 1, 'group of keys'],
] as const)
  test(`a plan file with ${name} is told by line and column`, async () => {
    const { client } = await openApp()
    const { mistakes, plan } = await client.funnels.checkText({ text })
    expect(plan).toBeNull()
    expect(mistakes[0]).toMatchObject({ line, column, text: expect.stringContaining(says) })
  })

test('what is not there is said to be not there, and what no schema lets in goes nowhere', async () => {
  const { client } = await openApp()
  await expect(client.scans.get({ id: 'gone' })).rejects.toMatchObject({ code: 'NOT_FOUND', defined: true })
  await expect(client.results.open({ id: '../../etc' })).rejects.toMatchObject({ code: 'BAD_REQUEST' })
  await expect(client.results.picture({ id: 'gone', path: 'x'.repeat(1000) })).rejects.toMatchObject({
    code: 'BAD_REQUEST',
  })
})

test('a scan is imported, read, filtered, cited and exported again', async () => {
  const { client } = await openApp()
  const { dir } = await sealedBundle()
  const file = await packed(dir)
  const scan = await sendScan(client, file)
  expect(scan).toMatchObject({ status: 'complete', origin: 'imported', hasResult: true })
  const { id } = scan
  const result = await client.results.open({ id })
  expect(result.headline).toBe(scan.headline)
  expect(result.manifestSha256).toMatch(/^[0-9a-f]{64}$/)
  const all = await client.results.observations({ id })
  expect(all.total).toBe(observations.length)
  const kinds = ['cookie-write'] as const
  const some = await client.results.observations({ id, kinds: [...kinds], limit: 1 })
  expect(some.total).toBe(observations.filter(({ kind }) => kind === 'cookie-write').length)
  expect(some.items.map(({ kind }) => kind)).toEqual(kinds)
  const [first] = some.items
  const detail = await client.results.observation({ id, observationId: first?.id ?? '' })
  expect(detail.row.id).toBe(first?.id)
  expect(detail.citation).toContain(result.manifestSha256)
  expect((await client.results.verification({ id })).verdict).toBe('verified')
  expect((await fetchScan(client, id)).size).toBe(file.size)
})

test('a second one in the same folder is refused, and told where the first one is', async () => {
  const { folder, service } = await openApp()
  await service.noteAddress('http://127.0.0.1:1/#token=x')
  const host = processHost(new AbortController().signal)
  const second = openService({ dataFolder: folder, hostKind: 'loopback', host, startChild: deadChild })
  await expect(second).rejects.toMatchObject({ by: { pid: process.pid, address: 'http://127.0.0.1:1/#token=x' } })
})

test('a damaged catalog is told to every window', async () => {
  const first = await openApp()
  await first.client.projects.save({ name: 'Lumen' })
  await first.client.projects.save({ name: 'Ferro' })
  await first.service.close()
  await writeFile(join(first.folder, 'catalog.json'), '{')
  const { client } = await openApp({ folder: first.folder })
  const { notes } = await client.app.info()
  expect(notes.map(({ text }) => text)).toEqual([expect.stringContaining('was damaged')])
  expect((await client.projects.list()).map(({ name }) => name)).toEqual(['Lumen'])
})

for (const [name, file, from, to, verdict] of [
  ['a line of the log', 'observations.ndjson', /\n.*\n/, '\n{"kind":\n', 'altered'],
  ['the environment', 'environment.json', /^[^]{40}/, '', 'altered'],
] as const)
  test(`a scan in which ${name} is damaged is told with the file's name, left as it is, and costs no other scan`, async () => {
    const { client } = await openApp()
    const { dir } = await sealedBundle()
    const whole = await sendScan(client, await packed(dir))
    const scan = await sendScan(client, await packed(dir))
    const path = join(scan.dir, file)
    const spoilt = (await readFile(path, 'utf8')).replace(from, to)
    await writeFile(path, spoilt)
    const reading = client.results.open({ id: scan.id }).then(() => client.results.observations({ id: scan.id }))
    await expect(reading).rejects.toMatchObject({
      code: 'SCAN_ERROR',
      data: { code: 'store-corrupt' },
      message: expect.stringContaining(file),
    })
    expect((await client.results.verification({ id: scan.id })).verdict).toBe(verdict)
    expect(await readFile(path, 'utf8')).toBe(spoilt)
    expect((await client.results.observations({ id: whole.id })).total).toBe(observations.length)
    expect((await client.scans.list({})).total).toBe(2)
  })

test('a body or a picture that is not what was recorded is told, and never shown as evidence', async () => {
  const { client } = await openApp()
  const { id, dir } = await sendScan(client, await packed((await sealedBundle()).dir))
  const [body] = await readdir(join(dir, 'bodies'))
  const picture = `screenshots/r1-accepted-${createHash('sha256').update('PNG').digest('hex').slice(0, 12)}.png`
  await writeFile(join(dir, picture), 'PNG')
  const asked = [
    [`bodies/${body}`, () => client.results.body({ id, sha256: body ?? '' })],
    [picture, () => client.results.picture({ id, path: picture })],
  ] as const
  for (const [path, ask] of asked) {
    await ask()
    await writeFile(join(dir, path), 'something else')
    await expect(ask()).rejects.toMatchObject({
      data: { code: 'store-corrupt' },
      message: expect.stringContaining(`${path} is not what was recorded`),
    })
    await rm(join(dir, path))
    await expect(ask()).rejects.toMatchObject({ code: 'NOT_FOUND' })
  }
})

test('a scan whose judgement is damaged is judged again, says so, and is left as it is', async () => {
  const { client } = await openApp()
  const { dir } = await sealedBundle()
  const { id, dir: imported } = await sendScan(client, await packed(dir))
  await writeFile(join(imported, 'assessment.json'), '{')
  const { notes, headline } = await client.results.open({ id })
  expect(notes).toEqual(['assessment.json is altered: the evidence was judged again in its place'])
  expect(headline).not.toBe('')
  expect((await client.results.verification({ id })).verdict).toBe('altered')
  expect(await readFile(join(imported, 'assessment.json'), 'utf8')).toBe('{')
})

test('a scan whose process dies is interrupted, says what is safe, and can be watched to its end', async () => {
  const { client } = await openApp({ startChild: deadChild })
  const { id } = await client.scans.startDemo()
  const seen = []
  for await (const progress of await client.scans.watch({ id })) seen.push(progress)
  expect(seen.at(-1)).toMatchObject({ status: 'interrupted', failure: { code: 'process-ended' } })
  expect(await client.scans.get({ id })).toMatchObject({ status: 'interrupted', hasResult: false })
})

test('own categories and records count at once, and faults are said and not kept', async () => {
  const { client, folder } = await openApp()
  const because = 'we use it for fraud only'
  const own = await client.knowledge.setCategory({ of: 'hotjar', category: 'functional', because })
  expect(own.rulings).toEqual([{ of: 'hotjar', category: 'functional', because }])
  expect((await client.knowledge.show({ id: 'hotjar' })).rulings).toHaveLength(1)
  await expect(client.knowledge.setCategory({ of: 'nobody', category: 'functional', because })).rejects.toMatchObject({
    data: { code: 'plan-invalid' },
  })
  const { record } = await client.knowledge.show({ id: 'hotjar' })
  expect((await client.knowledge.checkRecord({ record: { ...record, kinds: [] } })).faults).not.toEqual([])
  await client.knowledge.saveRecord({ record: { ...record, name: 'Ours' } })
  expect(await client.knowledge.show({ id: 'hotjar' })).toMatchObject({ is: 'replaced', record: { name: 'Ours' } })
  expect(JSON.parse(await readFile(join(folder, 'knowledge', 'hotjar.json'), 'utf8'))).toMatchObject({ name: 'Ours' })
  await client.knowledge.removeRecord({ id: 'hotjar' })
  expect(await client.knowledge.show({ id: 'hotjar' })).toMatchObject({ is: 'ours', record: { name: record.name } })
})

/** A scan as one `.tagtrail` file. */
async function packed(dir: string): Promise<Blob> {
  const chunks: BlobPart[] = []
  for await (const chunk of packBundle(dir)) chunks.push(new Uint8Array(chunk))
  return new Blob(chunks)
}

/** A process that is gone before it says anything. */
function deadChild(): ChildProcess {
  return {
    pid: undefined,
    send: () => undefined,
    onMessage: () => undefined,
    onSaid: () => undefined,
    onEnded: (listener) => void setImmediate(listener),
    kill: () => undefined,
  }
}
