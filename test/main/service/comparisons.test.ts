import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Client, ComparingEvent, ComparisonView } from '../../../main/contract.ts'
import { run } from '../../../main/program.ts'
import { startNodeChild, type ChildProcess } from '../../../main/scan-process.ts'
import { sendScan } from '../../../renderer/parts/scan-file.ts'
import { packBundle } from '../../../scanner/store/archive.ts'
import { cookieWrite, request } from '../../evidence/observations.ts'
import type { Scene } from '../../evidence/scene.ts'
import { fakeHost } from '../fake-host.ts'
import { openApp } from '../open-app.ts'
import { scanFolder } from '../scan-folder.ts'

const FBP = cookieWrite({ at: 2, name: '_fbp', stepId: 'optin' })
const PIXEL = request({ at: 1, url: 'https://www.facebook.com/tr?id=1&ev=PageView', stepId: 'optin' })

async function sent(client: Client, given: Scene) {
  const folder = await scanFolder(given)
  const chunks: BlobPart[] = []
  for await (const chunk of packBundle(folder)) chunks.push(new Uint8Array(chunk))
  return { folder, ...(await sendScan(client, new Blob(chunks))) }
}

async function compared(client: Client, before: string, after: string) {
  const events: ComparingEvent[] = []
  for await (const event of await client.comparisons.of({ before, after })) events.push(event)
  const last = events.at(-1)
  if (last?.type !== 'done') throw new Error('there was no comparison')
  return { stages: events.flatMap((event) => (event.type === 'stage' ? [event] : [])), comparison: last.comparison }
}

test('two scans are compared as on the command line, stage by stage, and a cell leads to the evidence of each', async () => {
  const { client } = await openApp()
  const [before, after] = [await sent(client, { seen: [PIXEL] }), await sent(client, { seen: [PIXEL, FBP] })]
  const { stages, comparison } = await compared(client, before.id, after.id)
  expect(stages.map(({ doing, side, done }) => `${done} ${doing} ${side}`)).toEqual([
    '0 reading after',
    '1 reading before',
    '2 judging after',
    '3 judging before',
  ])
  const [row] = comparison.matrix
  expect(row).toMatchObject({ key: 'meta-pixel', change: 'changed' })
  const cell = { row: 'meta-pixel', state: 'no-choice', stepId: 'optin' } as const
  const detail = await client.comparisons.cell({ before: before.id, after: after.id, ...cell })
  expect(detail).toMatchObject({
    cell: { change: 'changed', items: [{ change: 'new', what: 'cookie', name: '_fbp' }] },
    before: { row: 'meta-pixel', observations: [{ kind: 'request' }] },
    after: { row: 'meta-pixel', observations: [{ kind: 'request' }, { kind: 'cookie-write' }] },
  })
  const host = fakeHost()
  await run(['compare', before.folder, after.folder, '--json'], host)
  const { matrix: _, ...told } = JSON.parse(host.out()) as ComparisonView
  const { matrix, ...shown } = comparison
  expect(shown).toEqual(told)
  expect(matrix.length).toBe(1)
})

test('a scan whose evidence cannot be read is named as the one of the two', async () => {
  const { client } = await openApp()
  const [before, after] = [await sent(client, {}), await sent(client, {})]
  await writeFile(join(before.dir, 'observations.ndjson'), '{"id":\n{"id":\n')
  await expect(compared(client, before.id, after.id)).rejects.toMatchObject({
    code: 'SCAN_ERROR',
    message: expect.stringMatching(/^The earlier scan cannot be compared, .*observations\.ndjson/s),
  })
  await expect(compared(client, 'gone', after.id)).rejects.toMatchObject({ code: 'NOT_FOUND' })
})

test('a comparison that nobody waits for any more ends', async () => {
  const { client } = await openApp()
  const scan = await sent(client, { seen: [FBP] })
  for await (const event of await client.comparisons.of({ before: scan.id, after: scan.id })) {
    expect(event).toMatchObject({ type: 'stage', done: 0 })
    break
  }
  // Whoever asks next is answered.
  expect((await compared(client, scan.id, scan.id)).comparison.findings).toEqual([])
})

test('a reader that dies in the middle of a comparison ends it, and the next one is made anew', async () => {
  const readers: ChildProcess[] = []
  const { client } = await openApp({
    startChild: (file, env) => {
      const child = startNodeChild(file, env)
      if (file.includes('reader-child')) readers.push(child)
      return child
    },
  })
  const { id } = await sent(client, { seen: [FBP] })
  const dies = async (): Promise<void> => {
    for await (const event of await client.comparisons.of({ before: id, after: id }))
      if (event.type === 'stage' && event.done === 0) readers.at(-1)?.kill()
  }
  await expect(dies()).rejects.toMatchObject({ code: 'FAULT', message: expect.stringContaining('has ended') })
  expect((await compared(client, id, id)).comparison.findings).toEqual([])
})
