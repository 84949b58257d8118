import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { ScanError } from '../../../scanner/errors.ts'
import { createBundle } from '../../../scanner/store/bundle.ts'
import { disk } from '../../../scanner/store/disk.ts'
import { environment, plan } from '../samples.ts'
import { diskError, fillingDisk } from './failing-disk.ts'
import { temporaryFolder } from './temporary-folder.ts'

test('a new bundle has the published layout', async () => {
  const dir = join(await temporaryFolder(), 'scans', 'first')
  const bundle = await createBundle(dir)
  await bundle.writePlan(plan)
  await bundle.writeEnvironment(environment)
  bundle.append('observations.ndjson', '{"a":1}')
  bundle.append('gaps.ndjson', '{"b":2}')
  bundle.append('observations.ndjson', '{"a":3}')
  bundle.keep('bodies/abc', Buffer.from([0, 255]))
  await bundle.close()

  expect((await readdir(dir, { recursive: true })).toSorted()).toEqual([
    'bodies',
    'bodies/abc',
    'environment.json',
    'gaps.ndjson',
    'observations.ndjson',
    'plan.json',
    'screenshots',
  ])
  const first = `{"a":1,"prev":"${'0'.repeat(64)}"}`
  expect(await readFile(join(dir, 'observations.ndjson'), 'utf8')).toBe(`${first}\n{"a":3,"prev":"${sha256(first)}"}\n`)
  expect(await readFile(join(dir, 'gaps.ndjson'), 'utf8')).toBe(`{"b":2,"prev":"${'0'.repeat(64)}"}\n`)
  expect([...(await readFile(join(dir, 'bodies/abc')))]).toEqual([0, 255])
  expect(JSON.parse(await readFile(join(dir, 'plan.json'), 'utf8'))).toEqual(plan)
})

test('the environment is replaced at the end, also after the logs are closed', async () => {
  const dir = await temporaryFolder()
  const bundle = await createBundle(dir)
  await bundle.writeEnvironment(environment)
  await bundle.close()
  await bundle.writeEnvironment({ ...environment, ended: 'cancelled' })
  expect(JSON.parse(await readFile(join(dir, 'environment.json'), 'utf8'))).toMatchObject({ ended: 'cancelled' })
})

test('a scan is never laid over another one, unless told so', async () => {
  const dir = await temporaryFolder()
  const first = await createBundle(dir)
  first.append('observations.ndjson', '{"first":true}')
  first.keep('bodies/old', Buffer.from('x'))
  await first.writePlan(plan)
  await first.close()
  await writeFile(join(dir, 'report.html'), 'of the first scan')

  await expect(createBundle(dir)).rejects.toMatchObject({
    code: 'plan-invalid',
    message: `${dir} holds a scan already; choose another folder, or say that it may be replaced`,
  })
  expect(await readFile(join(dir, 'observations.ndjson'), 'utf8')).toMatch(/^{"first":true,.*}\n$/)

  await (await createBundle(dir, { overwrite: true })).close()
  expect((await readdir(dir, { recursive: true })).toSorted()).toEqual([
    'bodies',
    'gaps.ndjson',
    'observations.ndjson',
    'screenshots',
  ])
})

for (const overwrite of [false, true])
  test(`a folder with other files is refused (overwrite ${overwrite})`, async () => {
    const dir = await temporaryFolder()
    await writeFile(join(dir, 'thesis.docx'), 'precious')
    await mkdir(join(dir, 'bodies'))
    await expect(createBundle(dir, { overwrite })).rejects.toMatchObject({
      code: 'plan-invalid',
      message: `${dir} holds other files (thesis.docx); choose an empty or a new folder`,
    })
    expect((await readdir(dir)).toSorted()).toEqual(['bodies', 'thesis.docx'])
  })

test('a file in place of the folder is refused', async () => {
  const path = join(await temporaryFolder(), 'out')
  await writeFile(path, '')
  await expect(createBundle(path)).rejects.toMatchObject({
    code: 'plan-invalid',
    message: `${path} is a file; choose a folder for the scan`,
  })
})

test('a scan that never began leaves nothing behind', async () => {
  const parent = await temporaryFolder()
  const bundle = await createBundle(join(parent, 'out'))
  bundle.append('gaps.ndjson', '{}')
  await bundle.writePlan(plan)
  await bundle.discard()
  expect(await readdir(parent)).toEqual([])
})

test('a full disk is told once, ends the writing, and leaves whole lines but the last', async () => {
  const dir = await temporaryFolder()
  const failures: ScanError[] = []
  const bundle = await createBundle(dir, { disk: fillingDisk(3 * 82 + 1) })
  bundle.onFailure((failure) => failures.push(failure))
  for (const number of [1, 2, 3, 4, 5]) bundle.append('observations.ndjson', `{"n":${number}}`)
  await expect(bundle.flush()).rejects.toMatchObject({ code: 'disk-full' })
  bundle.append('observations.ndjson', '{"n":6}')
  await expect(bundle.close()).rejects.toMatchObject({ code: 'disk-full' })
  expect(failures.map(({ code, message }) => [code, message])).toEqual([
    [
      'disk-full',
      `${join(dir, 'observations.ndjson')} could not be written: no room left (ENOSPC); free some space or choose another folder`,
    ],
  ])
  expect((await readFile(join(dir, 'observations.ndjson'), 'utf8')).replaceAll(/,"prev":"\w+"/g, '')).toBe(
    '{"n":1}\n{"n":2}\n{"n":3}\n{',
  )
  bundle.onFailure((failure) => failures.push(failure))
  expect(failures).toHaveLength(2)
})

test('no room for the environment leaves the one of the start', async () => {
  const dir = await temporaryFolder()
  let isFull = false
  const bundle = await createBundle(dir, {
    disk: {
      ...disk,
      replace: (path, content) => (isFull ? Promise.reject(diskError('ENOSPC')) : disk.replace(path, content)),
    },
  })
  await bundle.writeEnvironment(environment)
  isFull = true
  await expect(bundle.writeEnvironment({ ...environment, ended: 'failed' })).rejects.toMatchObject({
    code: 'disk-full',
  })
  expect(JSON.parse(await readFile(join(dir, 'environment.json'), 'utf8'))).toEqual(environment)
  await bundle.close()
})

test('what comes after the close is not stored', async () => {
  const dir = await temporaryFolder()
  const bundle = await createBundle(dir)
  const closing = bundle.close()
  bundle.append('observations.ndjson', '{}')
  bundle.keep('bodies/late', Buffer.from('x'))
  await closing
  await bundle.close()
  expect(await readFile(join(dir, 'observations.ndjson'), 'utf8')).toBe('')
  expect(await readdir(join(dir, 'bodies'))).toEqual([])
})

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
