import { mkdir, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { disk } from '../../../scanner/store/disk.ts'
import { temporaryFolder } from './temporary-folder.ts'

test('a file is replaced whole and nothing stays beside it', async () => {
  const dir = await temporaryFolder()
  const path = join(dir, 'a.json')
  await disk.replace(path, 'old')
  await disk.replace(path, 'new')
  expect(await readFile(path, 'utf8')).toBe('new')
  expect(await readdir(dir)).toEqual(['a.json'])
})

test('a replacement that fails takes its own half away', async () => {
  const dir = await temporaryFolder()
  await mkdir(join(dir, 'taken'))
  await expect(disk.replace(join(dir, 'taken'), 'x')).rejects.toMatchObject({ code: 'EISDIR' })
  expect(await readdir(dir)).toEqual(['taken'])
})

test('appending adds to what is there', async () => {
  const path = join(await temporaryFolder(), 'log')
  for (const text of ['a\n', 'b\n']) {
    const file = await disk.openAppend(path)
    await file.write(text)
    await file.close()
  }
  expect(await readFile(path, 'utf8')).toBe('a\nb\n')
})

test('replacements at the same time leave one of them whole', async () => {
  const dir = await temporaryFolder()
  const texts = Array.from({ length: 20 }, (_, index) => String(index).repeat(1000))
  await Promise.all(texts.map((text) => disk.replace(join(dir, 'a'), text)))
  expect(texts).toContain(await readFile(join(dir, 'a'), 'utf8'))
  expect(await readdir(dir)).toEqual(['a'])
})
