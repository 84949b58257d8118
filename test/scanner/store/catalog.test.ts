import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openCatalog } from '../../../scanner/store/catalog.ts'
import type { ScanEntry } from '../../../scanner/store/schemas/catalog.ts'
import { temporaryFolder } from './temporary-folder.ts'

const now = (): Date => new Date('2026-01-02T03:04:05.678Z')

const scan = (dir: string, startedAt: string): ScanEntry => ({
  dir,
  name: 'Webinar funnel',
  site: 'https://shop.lab.example',
  startedAt,
  ended: 'complete',
  headline: null,
})

test('a catalog that was never written is empty, and looking at it writes nothing', async () => {
  const folder = join(await temporaryFolder(), 'data')
  const catalog = openCatalog(folder, { now })
  expect(await catalog.settings()).toEqual({ browserPath: null })
  expect(await catalog.scans()).toEqual([])
  await expect(readdir(folder)).rejects.toThrow('ENOENT')
})

test('settings and scans are kept', async () => {
  const folder = join(await temporaryFolder(), 'data')
  const catalog = openCatalog(folder, { now })
  await catalog.changeSettings({ browserPath: '/opt/chrome' })
  await catalog.noteScan(scan('/scans/old', '2026-01-01T00:00:00.000Z'))
  await catalog.noteScan(scan('/scans/new', '2026-01-02T00:00:00.000Z'))
  await catalog.noteScan({ ...scan('/scans/old', '2026-01-01T00:00:00.000Z'), headline: 'judged' })

  const again = openCatalog(folder, { now })
  expect(await again.settings()).toEqual({ browserPath: '/opt/chrome' })
  expect((await again.scans()).map(({ dir, headline }) => [dir, headline])).toEqual([
    ['/scans/new', null],
    ['/scans/old', 'judged'],
  ])
  await again.forgetScan('/scans/new')
  expect((await catalog.scans()).map(({ dir }) => dir)).toEqual(['/scans/old'])
})

test('changes made at once are all kept', async () => {
  const catalog = openCatalog(await temporaryFolder(), { now })
  const dirs = Array.from({ length: 20 }, (_, index) => `/scans/${index}`)
  await Promise.all(dirs.map((dir) => catalog.noteScan(scan(dir, '2026-01-01T00:00:00.000Z'))))
  expect((await catalog.scans()).map(({ dir }) => dir).toSorted()).toEqual(dirs.toSorted())
})

for (const [name, text] of [
  ['cut off', '{"schemaVersion":1,"set'],
  ['empty', ''],
  ['of another shape', '{"schemaVersion":1,"settings":[]}'],
  ['no object', '7'],
] as const)
  test(`a catalog that is ${name} is set aside and a new one begun`, async () => {
    const folder = await temporaryFolder()
    await writeFile(join(folder, 'catalog.json'), text)
    const notes: string[] = []
    const catalog = openCatalog(folder, { now, onNote: (note) => notes.push(note) })
    await catalog.changeSettings({ browserPath: '/opt/chrome' })
    expect(await catalog.settings()).toEqual({ browserPath: '/opt/chrome' })
    const aside = 'catalog.damaged-2026-01-02T03-04-05-678Z.json'
    expect((await readdir(folder)).toSorted()).toEqual([aside, 'catalog.json'])
    expect(await readFile(join(folder, aside), 'utf8')).toBe(text)
    expect(notes).toHaveLength(1)
  })

test('a catalog of a newer version is left as it is', async () => {
  const folder = await temporaryFolder()
  const text = '{"schemaVersion":2,"rooms":[]}'
  await writeFile(join(folder, 'catalog.json'), text)
  const catalog = openCatalog(folder, { now })
  await expect(catalog.changeSettings({ browserPath: null })).rejects.toMatchObject({
    code: 'store-corrupt',
    message: expect.stringContaining('written by a newer Tagtrail'),
  })
  expect(await readFile(join(folder, 'catalog.json'), 'utf8')).toBe(text)
})

test('a catalog that cannot be read or written is one line', async () => {
  const folder = await temporaryFolder()
  await mkdir(join(folder, 'catalog.json'))
  await expect(openCatalog(folder, { now }).scans()).rejects.toMatchObject({
    code: 'store-corrupt',
    message: expect.stringContaining('EISDIR'),
  })
  const file = join(folder, 'file')
  await writeFile(file, '')
  await expect(openCatalog(join(file, 'data'), { now }).changeSettings({})).rejects.toMatchObject({
    code: 'store-corrupt',
  })
})
