import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { startNodeChild, type ChildProcess, type StartChild } from '../../../main/scan-process.ts'
import { fetchScan, sendScan } from '../../../renderer/parts/scan-file.ts'
import { packBundle } from '../../../scanner/store/archive.ts'
import { sealedBundle } from '../../scanner/store/sealed-bundle.ts'
import { temporaryFolder } from '../../scanner/store/temporary-folder.ts'
import { openApp, type OpenApp } from '../open-app.ts'

async function packed(): Promise<Blob> {
  const chunks: Uint8Array<ArrayBuffer>[] = []
  for await (const chunk of packBundle((await sealedBundle()).dir)) chunks.push(new Uint8Array(chunk))
  return new Blob(chunks)
}

/** What stands in those folders of the program that files and scans pass through. */
async function left({ folder }: OpenApp): Promise<readonly string[]> {
  const names = async (name: string): Promise<readonly string[]> => readdir(join(folder, name)).catch(() => [])
  return [...(await names('passing')), ...(await names('scans'))]
}

test('a file goes in and out again in parts, tells how far it is, and leaves nothing on its way', async () => {
  const app = await openApp()
  const file = await packed()
  const shares: number[] = []
  const { id } = await sendScan(app.client, file, { tell: (share) => shares.push(share) })
  expect(shares.at(-1)).toBe(1)
  expect(shares).toEqual(shares.toSorted((a, b) => a - b))
  shares.length = 0
  const again = await fetchScan(app.client, id, { tell: (share) => shares.push(share) })
  expect(shares.at(-1)).toBe(1)
  expect(new Uint8Array(await again.arrayBuffer())).toEqual(new Uint8Array(await file.arrayBuffer()))
  await expect.poll(() => left(app)).toEqual([id])
})

/** Starts every process; those that pack or unpack meet their fate as soon as they say that they are ready. */
function fated(fate: (child: ChildProcess) => void): StartChild {
  return (file, env) => {
    const child = startNodeChild(file, env)
    if (file.includes('archive-child')) child.onMessage(() => fate(child))
    return child
  }
}

for (const [name, work] of [
  ['is unpacked', async ({ client }: OpenApp) => sendScan(client, await packed())],
  ['is packed', async ({ client }: OpenApp, id: string) => fetchScan(client, id)],
] as const) {
  test(`when the process in which a scan ${name} is killed, it is told, and nothing half-made stays`, async () => {
    let isKilled = false
    const app = await openApp({ startChild: fated((child) => void (isKilled && child.kill())) })
    const { id } = await sendScan(app.client, await packed())
    isKilled = true
    await expect(work(app, id)).rejects.toMatchObject({
      code: 'FAULT',
      message: expect.stringMatching(/ended without a word.*Nothing that was recorded is touched/),
    })
    await expect.poll(() => left(app)).toEqual([id])
    expect((await app.client.scans.list({})).total).toBe(1)
  })

  test(`when nobody waits any more while a scan ${name}, it ends, and nothing half-made stays`, async () => {
    const stopping = new AbortController()
    let isStopped = false
    const ends: Promise<void>[] = []
    const start = fated(() => void (isStopped && stopping.abort(new Error('no more'))))
    const app = await openApp({
      startChild: (file, env) => {
        const child = start(file, env)
        ends.push(new Promise((gone) => child.onEnded(gone)))
        return { ...child, onEnded: (listener) => void ends.at(-1)?.then(listener) }
      },
    })
    const { id } = await sendScan(app.client, await packed())
    isStopped = true
    const { signal } = stopping
    const asked =
      name === 'is packed' ? fetchScan(app.client, id, { signal }) : sendScan(app.client, await packed(), { signal })
    await expect(asked).rejects.toThrow('no more')
    await Promise.all(ends)
    await expect.poll(() => left(app)).toEqual([id])
    expect((await app.client.scans.list({})).total).toBe(1)
  })
}

test('a part that is missing, and a file that is not there any more, are told', async () => {
  const { client } = await openApp()
  const { id } = await client.files.begin()
  await client.files.add({ id, at: 0, part: new Blob(['PK']) })
  await expect(client.files.add({ id, at: 3, part: new Blob(['x']) })).rejects.toMatchObject({ code: 'SCAN_ERROR' })
  await client.files.drop({ id })
  await expect(client.files.part({ id, at: 0 })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  await expect(client.files.add({ id: '../x', at: 0, part: new Blob(['x']) })).rejects.toMatchObject({
    code: 'BAD_REQUEST',
  })
})

test('what a program that was killed left half-made is cleared away at the next start', async () => {
  const folder = await temporaryFolder()
  for (const half of ['passing', 'scans/1a2b.part']) {
    await mkdir(join(folder, half), { recursive: true })
    await writeFile(join(folder, half, 'half'), '')
  }
  expect(await left(await openApp({ folder }))).toEqual([])
})
