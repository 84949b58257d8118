import { mkdir, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openCatalog } from '../../../scanner/store/catalog.ts'
import type { ScanEntry } from '../../../scanner/store/schemas/catalog.ts'
import { assessment } from '../samples.ts'
import { sealedBundle } from './sealed-bundle.ts'
import { temporaryFolder } from './temporary-folder.ts'

const now = (): Date => new Date('2026-01-02T03:04:05.678Z')

const scan = (dir: string, startedAt: string): ScanEntry => ({
  id: dir.replaceAll('/', '_'),
  dir,
  projectId: null,
  funnelId: null,
  origin: 'command-line',
  states: [],
  failure: null,
  removedAt: null,
  name: 'Webinar funnel',
  site: 'https://shop.lab.example',
  startedAt,
  ended: 'complete',
  headline: null,
  headlineWording: null,
})

test('a catalog that was never written is empty, and looking at it writes nothing', async () => {
  const folder = join(await temporaryFolder(), 'data')
  const catalog = openCatalog(folder, { now })
  expect(await catalog.settings()).toMatchObject({ browserPath: null, language: 'system' })
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
  expect(await again.settings()).toMatchObject({ browserPath: '/opt/chrome' })
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
    expect(await catalog.settings()).toMatchObject({ browserPath: '/opt/chrome' })
    const aside = 'catalog.damaged-2026-01-02T03-04-05-678Z.json'
    expect((await readdir(folder)).toSorted()).toEqual([aside, 'catalog.json', 'catalog.last-good.json'])
    expect(await readFile(join(folder, aside), 'utf8')).toBe(text)
    expect(notes).toHaveLength(1)
  })

test('a catalog of a newer version is left as it is', async () => {
  const folder = await temporaryFolder()
  const text = '{"schemaVersion":3,"rooms":[]}'
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

test('a change that cannot be written says what is untouched, and can be made later', async () => {
  const folder = await temporaryFolder()
  const catalog = openCatalog(folder, { now })
  await catalog.changeSettings({ runs: 2 })
  // What is written first stands beside it.
  await mkdir(join(folder, '.catalog.json.tmp'))
  await expect(catalog.changeSettings({ runs: 3 })).rejects.toThrow(
    /could not be written.*what it held before is untouched/,
  )
  expect((await catalog.settings()).runs).toBe(2)
  await rm(join(folder, '.catalog.json.tmp'), { recursive: true })
  await catalog.changeSettings({ runs: 3 })
  expect((await catalog.settings()).runs).toBe(3)
})

test('a damaged catalog is made anew from the last good copy and the bundles on disk', async () => {
  const folder = await temporaryFolder()
  const { dir } = await sealedBundle()
  await rename(dir, join(folder, 'found'))
  const notes: string[] = []
  const options = { now, onNote: (note: string) => notes.push(note), scansFolder: folder }
  const catalog = openCatalog(folder, options)
  const project = { id: 'p1', name: 'Lumen', note: '', createdAt: now().toISOString(), removedAt: null }
  await catalog.change((content) => ({ ...content, projects: [project] }))
  await catalog.changeSettings({ language: 'de' })
  await writeFile(join(folder, 'catalog.json'), '{"schemaVersion":2,"proj')
  const { projects, scans } = await catalog.content()
  expect(projects).toEqual([project])
  expect(scans.map(({ id, ended, states }) => ({ id, ended, states: states.length }))).toEqual([
    { id: 'found', ended: 'complete', states: assessment.states.length },
  ])
  expect(notes).toEqual([expect.stringContaining('1 scans found on disk')])
  expect((await catalog.content()).projects).toEqual([project])
  expect(notes).toHaveLength(1)
})

test('a catalog that was there and is gone is made anew, too, and it is said', async () => {
  const folder = await temporaryFolder()
  const notes: string[] = []
  const catalog = openCatalog(folder, { now, onNote: (note) => notes.push(note) })
  const project = { id: 'p1', name: 'Lumen', note: '', createdAt: now().toISOString(), removedAt: null }
  await catalog.change((content) => ({ ...content, projects: [project] }))
  await rm(join(folder, 'catalog.json'))
  expect((await catalog.content()).projects).toEqual([project])
  await catalog.changeSettings({ language: 'de' })
  expect((await catalog.content()).projects).toEqual([project])
  expect(notes).toEqual([expect.stringMatching(/was missing; a new one was made from the copy/)])
})

test('a catalog of the first version is brought up to date once, and the older file is kept', async () => {
  const folder = await temporaryFolder()
  const {
    id: _id,
    projectId: _p,
    funnelId: _f,
    origin: _o,
    states: _s,
    failure: _e,
    ...older
  } = scan('/scans/old', '2026-01-01T00:00:00.000Z')
  const text = JSON.stringify({ schemaVersion: 1, settings: { browserPath: '/opt/chrome' }, scans: [older] })
  await writeFile(join(folder, 'catalog.json'), text)
  const notes: string[] = []
  const catalog = openCatalog(folder, { now, onNote: (note) => notes.push(note) })
  expect(await catalog.settings()).toMatchObject({ browserPath: '/opt/chrome', appearance: 'system' })
  const [entry] = await catalog.scans()
  expect(entry).toMatchObject({ ...older, id: expect.stringMatching(/^[0-9a-f]{16}$/), origin: 'command-line' })
  const backup = 'catalog.version-1-2026-01-02T03-04-05-678Z.json'
  expect((await readdir(folder)).toSorted()).toEqual(['catalog.json', backup])
  expect(await readFile(join(folder, backup), 'utf8')).toBe(text)
  expect(notes).toHaveLength(1)
})
