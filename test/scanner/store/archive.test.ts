import { lstat, mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ZipFile } from 'yazl'
import { packBundle, unpackBundle, writeArchive, type ArchiveWork } from '../../../scanner/store/archive.ts'
import { isBundlePath, refusalOf } from '../../../scanner/store/archive-rules.ts'
import { verifyBundle } from '../../../scanner/store/verify-bundle.ts'
import { sealedBundle } from './sealed-bundle.ts'
import { temporaryFolder } from './temporary-folder.ts'

async function whole(chunks: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const all: Uint8Array[] = []
  for await (const chunk of chunks) all.push(chunk)
  return Buffer.concat(all)
}

async function unpackFrom(bytes: Uint8Array, dir: string, work: ArchiveWork = {}): Promise<void> {
  const file = join(await temporaryFolder(), 'a.tagtrail')
  await writeFile(file, bytes)
  await unpackBundle(file, dir, work)
}

/** Names as an attacker would write them: yazl refuses the worst, so those are put in afterwards, length by length. */
async function zipOf(
  files: Readonly<Record<string, string>>,
  rename: readonly [string, string][] = [],
): Promise<Buffer> {
  const zip = new ZipFile()
  for (const [name, text] of Object.entries(files)) zip.addBuffer(Buffer.from(text), name)
  zip.end()
  let bytes = await whole(zip.outputStream as unknown as AsyncIterable<Uint8Array>)
  for (const [from, to] of rename) bytes = Buffer.from(bytes.toString('latin1').replaceAll(from, to), 'latin1')
  return bytes
}

const SCAN = { 'plan.json': '{}', 'environment.json': '{}' }

test('a scan is packed and unpacked, and still verifies', async () => {
  const { dir } = await sealedBundle()
  await writeFile(join(dir, 'notes.txt'), 'mine')
  const bytes = await whole(packBundle(dir))
  const target = join(await temporaryFolder(), 'deep', 'scan')
  await unpackFrom(bytes, target)
  expect((await verifyBundle(target)).verdict).toBe('verified')
  expect(await readFile(join(target, 'plan.json'))).toEqual(await readFile(join(dir, 'plan.json')))
  expect(await readdir(target)).not.toContain('notes.txt')
  expect(await whole(packBundle(target))).toEqual(bytes)
})

for (const [name, bytes, why] of [
  ['what is no archive', Buffer.from('hello'), 'no .tagtrail file'],
  [
    'a name that leads out of the folder',
    zipOf({ ...SCAN, 'xx/xx/evil.sh': '' }, [['xx/xx/evil.sh', '../../evil.sh']]),
    'relative path',
  ],
  ['an absolute name', zipOf({ ...SCAN, 'xevil.sh': '' }, [['xevil.sh', '/evil.sh']]), 'absolute path'],
  ['a file that no scan has', zipOf({ ...SCAN, 'bodies/run.sh': 'x' }), 'no part of a scan'],
  ['an archive of something else', zipOf({ 'observations.ndjson': '' }), 'no scan'],
  [
    'a file that is there twice',
    zipOf({ ...SCAN, 'report.html': '', 'report.htmm': '' }, [['report.htmm', 'report.html']]),
    'twice',
  ],
  ['a bomb', zipOf({ ...SCAN, 'observations.ndjson': '\n'.repeat(30_000_000) }), '200 times its size'],
] as const)
  test(`${name} is refused, and nothing is written`, async () => {
    const folder = await temporaryFolder()
    const refusal = unpackFrom(await bytes, join(folder, 'scan'))
    await expect(refusal).rejects.toMatchObject({ code: 'store-corrupt', message: expect.stringContaining(why) })
    expect(await readdir(folder)).toEqual([])
  })

for (const [name, changed, why] of [
  ['of a newer form', { 'manifest.json': { formatVersion: 2 } }, /made by Tagtrail [\w.]+, and manifest\.json .*newer/],
  [
    'with a state that is unknown here',
    { 'plan.json': { states: ['asleep'] } },
    /made by .*plan\.json .*newer version/,
  ],
  ['whose environment is none', { 'environment.json': { browser: 7, tool: 7 } }, /imported: environment\.json .*newer/],
] as const)
  test(`a scan ${name} is refused with one sentence, and nothing is written`, async () => {
    const { dir } = await sealedBundle()
    for (const [file, members] of Object.entries(changed)) {
      const path = join(dir, file)
      await writeFile(path, JSON.stringify({ ...JSON.parse(await readFile(path, 'utf8')), ...members }))
    }
    const folder = await temporaryFolder()
    const refusal = unpackFrom(await whole(packBundle(dir)), join(folder, 'scan'))
    await expect(refusal).rejects.toMatchObject({ code: 'store-corrupt', message: expect.stringMatching(why) })
    expect(await readdir(folder)).toEqual([])
  })

test('a link in an archive is a file with the words of the link, and leads nowhere', async () => {
  const { dir } = await sealedBundle()
  const zip = new ZipFile()
  for (const name of ['plan.json', 'environment.json']) zip.addFile(join(dir, name), name)
  zip.addBuffer(Buffer.from('/etc/passwd'), 'report.html', { mode: 0o120777 })
  zip.end()
  const target = join(await temporaryFolder(), 'scan')
  await unpackFrom(await whole(zip.outputStream as unknown as AsyncIterable<Uint8Array>), target)
  expect((await lstat(join(target, 'report.html'))).isSymbolicLink()).toBe(false)
  expect(await readFile(join(target, 'report.html'), 'utf8')).toBe('/etc/passwd')
})

test('a byte that was changed on the way is noticed, and nothing is written', async () => {
  const { dir } = await sealedBundle()
  const folder = await temporaryFolder()
  const zip = new ZipFile()
  for (const name of ['plan.json', 'environment.json']) zip.addFile(join(dir, name), name, { compress: false })
  zip.end()
  const bytes = await whole(zip.outputStream as unknown as AsyncIterable<Uint8Array>)
  const at = bytes.indexOf('"')
  bytes.writeUInt8(bytes.readUInt8(at + 1) ^ 1, at + 1)
  const refusal = unpackFrom(bytes, join(folder, 'scan'))
  await expect(refusal).rejects.toMatchObject({ message: expect.stringContaining('is not what was packed') })
  expect(await readdir(folder)).toEqual([])
})

test('half of an archive is refused', async () => {
  const { dir } = await sealedBundle()
  const folder = await temporaryFolder()
  const bytes = await whole(packBundle(dir))
  const refusal = unpackFrom(bytes.subarray(0, bytes.length / 2), join(folder, 'scan'))
  await expect(refusal).rejects.toMatchObject({ code: 'store-corrupt', message: expect.stringContaining('truncated') })
  expect(await readdir(folder)).toEqual([])
})

test('an archive is written beside its name first, and what cannot be read leaves none', async () => {
  const { dir } = await sealedBundle()
  const folder = await temporaryFolder()
  await writeArchive(dir, join(folder, 'a.tagtrail'))
  expect(await readFile(join(folder, 'a.tagtrail'))).toEqual(await whole(packBundle(dir)))
  await expect(writeArchive(join(folder, 'gone'), join(folder, 'b.tagtrail'))).rejects.toMatchObject({
    code: 'store-corrupt',
  })
  expect(await readdir(folder)).toEqual(['a.tagtrail'])
})

test('packing and unpacking tell how far they are, and end with all of it', async () => {
  const { dir } = await sealedBundle()
  const folder = await temporaryFolder()
  const told: [number, number][] = []
  const onProgress = (...now: [number, number]): void => void told.push(now)
  await writeArchive(dir, join(folder, 'a.tagtrail'), { onProgress })
  const packed = told.splice(0)
  await unpackBundle(join(folder, 'a.tagtrail'), join(folder, 'scan'), { onProgress })
  for (const steps of [packed, told]) {
    const all = steps[0]?.[1]
    expect(steps.at(-1)).toEqual([all, all])
    expect(steps.every(([done], at) => done > (steps[at - 1]?.[0] ?? 0))).toBe(true)
  }
  expect(told.at(-1)).toEqual(packed.at(-1))
})

test('what is stopped half-way fails with the reason of it, and leaves nothing', async () => {
  const { dir } = await sealedBundle()
  const folder = await temporaryFolder()
  await writeArchive(dir, join(folder, 'whole.tagtrail'))
  const stopping = (): ArchiveWork => {
    const stop = new AbortController()
    return { signal: stop.signal, onProgress: () => stop.abort(new Error('stopped')) }
  }
  await expect(writeArchive(dir, join(folder, 'half.tagtrail'), stopping())).rejects.toThrow('stopped')
  await expect(unpackBundle(join(folder, 'whole.tagtrail'), join(folder, 'scan'), stopping())).rejects.toThrow(
    'stopped',
  )
  expect(await readdir(folder)).toEqual(['whole.tagtrail'])
})

test('a file that holds more than it says is refused', async () => {
  const folder = await temporaryFolder()
  await mkdir(join(folder, 'other'))
  const bytes = await zipOf({ ...SCAN, 'gaps.ndjson': 'x'.repeat(5000) })
  // The size in the central directory: 5000 becomes 5.
  const at = bytes.lastIndexOf(Buffer.from([0x88, 0x13, 0, 0]))
  bytes.writeUInt32LE(5, at)
  await expect(unpackFrom(bytes, join(folder, 'scan'))).rejects.toMatchObject({ code: 'store-corrupt' })
  expect(await readdir(folder)).toEqual(['other'])
})

for (const [path, is] of [
  ['plan.json', true],
  ['report.html', true],
  [`bodies/${'a'.repeat(64)}`, true],
  ['screenshots/r1-accepted:marketing-optin-0123456789ab.png', true],
  ['screenshots/../plan.json', false],
  ['screenshots/..png', false],
  ['bodies', false],
  ['Plan.json', false],
  ['a/plan.json', false],
] as const)
  test(`${path} is ${is ? 'a' : 'no'} file of a bundle`, () => expect(isBundlePath(path)).toBe(is))

test('names that differ in capitals only are one file on some systems', () => {
  const entries = ['plan.json', 'environment.json', 'report.html', 'report.html'].map((fileName) => ({
    fileName,
    uncompressedSize: 1,
  }))
  expect(refusalOf(entries, 100)).toContain('twice')
})
