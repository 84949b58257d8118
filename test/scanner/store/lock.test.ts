import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { lockFolder } from '../../../scanner/store/lock.ts'
import { temporaryFolder } from './temporary-folder.ts'

test('a folder is held by one at a time, and by the next one after that', async () => {
  const folder = join(await temporaryFolder(), 'data')
  const first = await lockFolder(folder)
  if (first.is !== 'held') throw new Error('nobody else is there')
  await first.note('http://127.0.0.1:1/')
  expect(await lockFolder(folder)).toMatchObject({
    is: 'taken',
    by: { pid: process.pid, address: 'http://127.0.0.1:1/' },
  })
  await first.release()
  expect(await lockFolder(folder)).toMatchObject({ is: 'held' })
  expect(await readdir(folder)).toEqual(['app.lock'])
})

test('of eight that come one after the other the first one keeps it', async () => {
  const folder = await temporaryFolder()
  const locks = []
  for (let n = 0; n < 8; n++) locks.push(await lockFolder(folder))
  expect(locks.map(({ is }) => is)).toEqual(['held', ...Array.from({ length: 7 }, () => 'taken')])
})

test('a folder that is a file, or below one, is told as what could not be written', async () => {
  const file = join(await temporaryFolder(), 'file')
  await writeFile(file, '')
  for (const folder of [file, join(file, 'data')])
    await expect(lockFolder(folder)).rejects.toMatchObject({
      code: 'store-corrupt',
      message: expect.stringContaining('could not be written'),
    })
})

const ended = async (): Promise<number> => {
  const child = spawn(process.execPath, ['-e', ''], { stdio: 'ignore' })
  await once(child, 'exit')
  return child.pid ?? 0
}

for (const [name, content] of [
  ['a process that has ended', async () => JSON.stringify({ pid: await ended(), birth: '1', address: null })],
  ['an earlier process with our number', () => JSON.stringify({ pid: process.pid, birth: '1', address: null })],
  ['a crash in the middle of writing', () => '{"pid":'],
] as const)
  test(`a lock left by ${name} counts for nothing`, async () => {
    const folder = await temporaryFolder()
    await writeFile(join(folder, 'app.lock'), await content())
    expect(await lockFolder(folder)).toMatchObject({ is: 'held' })
    expect(JSON.parse(await readFile(join(folder, 'app.lock'), 'utf8'))).toMatchObject({ pid: process.pid })
  })
