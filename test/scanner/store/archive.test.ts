import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ZipFile } from 'yazl'
import { packBundle, unpackBundle } from '../../../scanner/store/archive.ts'
import { isBundlePath, refusalOf } from '../../../scanner/store/archive-rules.ts'
import { verifyBundle } from '../../../scanner/store/verify-bundle.ts'
import { sealedBundle } from './sealed-bundle.ts'
import { temporaryFolder } from './temporary-folder.ts'

async function whole(chunks: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const all: Uint8Array[] = []
  for await (const chunk of chunks) all.push(chunk)
  return Buffer.concat(all)
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
  await unpackBundle(bytes, target)
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
    const refusal = unpackBundle(await bytes, join(folder, 'scan'))
    await expect(refusal).rejects.toMatchObject({ code: 'store-corrupt', message: expect.stringContaining(why) })
    expect(await readdir(folder)).toEqual([])
  })

test('a file that holds more than it says is refused', async () => {
  const folder = await temporaryFolder()
  await mkdir(join(folder, 'other'))
  const bytes = await zipOf({ ...SCAN, 'gaps.ndjson': 'x'.repeat(5000) })
  // The size in the central directory: 5000 becomes 5.
  const at = bytes.lastIndexOf(Buffer.from([0x88, 0x13, 0, 0]))
  bytes.writeUInt32LE(5, at)
  await expect(unpackBundle(bytes, join(folder, 'scan'))).rejects.toMatchObject({ code: 'store-corrupt' })
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
