import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { run } from '../../../main/program.ts'
import { verifyBundle } from '../../../scanner/store/verify-bundle.ts'
import { sealedBundle } from '../../scanner/store/sealed-bundle.ts'
import { temporaryFolder } from '../../scanner/store/temporary-folder.ts'
import { fakeHost } from '../fake-host.ts'

async function tagtrail(...words: readonly string[]) {
  const host = fakeHost()
  await run(words, host)
  return { code: host.ended(), out: host.out(), err: host.err() }
}

test('a scan goes into a file beside it and out again, and still verifies', async () => {
  const { dir } = await sealedBundle()
  const file = `${dir}.tagtrail`
  expect(await tagtrail('pack', dir)).toEqual({ code: 0, out: `${file}\n`, err: '' })
  const out = join(await temporaryFolder(), 'again')
  expect(await tagtrail('unpack', file, '--out', out)).toEqual({ code: 0, out: `${out}\n`, err: '' })
  expect((await verifyBundle(out)).verdict).toBe('verified')
})

for (const [name, lay, code, says] of [
  ['that is not there', async () => undefined, 2, / cannot be read \(ENOENT\)/],
  ['that is no scan', (file: string) => writeFile(file, 'PK'), 3, /The file was not imported: .* Nothing was written/],
] as const)
  test(`a file ${name} is told in one line, and leaves no folder`, async () => {
    const folder = await temporaryFolder()
    await lay(join(folder, 'a.tagtrail'))
    const told = await tagtrail('unpack', join(folder, 'a.tagtrail'), '--out', join(folder, 'out'))
    expect([told.code, told.out, told.err]).toEqual([code, '', expect.stringMatching(says)])
    expect(told.err.trim().split('\n')).toHaveLength(1)
    expect(await readdir(folder)).not.toContain('out')
  })

test('a folder that is there is not written over', async () => {
  const { dir } = await sealedBundle()
  const out = await temporaryFolder()
  await mkdir(join(out, 'mine'))
  await tagtrail('pack', dir, '--out', join(out, 'a.tagtrail'))
  const told = await tagtrail('unpack', join(out, 'a.tagtrail'), '--out', join(out, 'mine'))
  expect([told.code, told.err]).toEqual([2, expect.stringContaining('is there already')])
  expect(await readdir(join(out, 'mine'))).toEqual([])
})

test('what is no scan is not packed, and leaves no file', async () => {
  const folder = await temporaryFolder()
  const told = await tagtrail('pack', join(folder, 'gone'), '--out', join(folder, 'a.tagtrail'))
  expect([told.code, told.out]).toEqual([3, ''])
  await writeFile(join(folder, 'notes.txt'), 'mine')
  expect((await tagtrail('pack', folder, '--out', join(folder, 'b.tagtrail'))).code).toBe(3)
  expect(await readdir(folder)).toEqual(['notes.txt'])
  expect(await readFile(join(folder, 'notes.txt'), 'utf8')).toBe('mine')
})
