import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { run } from '../../../main/program.ts'
import { observations } from '../../scanner/samples.ts'
import { killedBundle, sealedBundle } from '../../scanner/store/sealed-bundle.ts'
import { temporaryFolder } from '../../scanner/store/temporary-folder.ts'
import { fakeHost } from '../fake-host.ts'

async function verify(...words: readonly string[]) {
  const host = fakeHost()
  await run(['verify', ...words], host)
  expect(host.err()).toBe('')
  return [host.ended(), host.out()]
}

test('a scan as it was sealed is one line and 0', async () => {
  const { dir, key } = await sealedBundle()
  const by = `${key.fingerprint.slice(0, 16)}…`
  expect(await verify(dir)).toEqual([
    0,
    `verified: ${observations.length} observations, 7 files, sealed 2026-01-02 03:05 UTC by key ${by}, not time-stamped; assessment sealed 2026-01-02 03:06 UTC by the same key\n`,
  ])
})

test('what was altered, is missing or was added is named, and ends with 1', async () => {
  const { dir } = await sealedBundle()
  await writeFile(join(dir, 'plan.json'), '{}')
  await rm(join(dir, 'environment.json'))
  await writeFile(join(dir, 'bodies', 'new\u001b[2J'), '')
  expect(await verify(dir)).toEqual([
    1,
    'altered: environment.json is missing, bodies/new‹U+001B›[2J was added, plan.json was altered\n',
  ])
})

test('many faults are cut short for a person and all told to a program', async () => {
  const { dir } = await sealedBundle()
  for (let count = 0; count < 20; count++) await writeFile(join(dir, 'bodies', `${count}`), '')
  expect((await verify(dir))[1]).toMatch(/^altered: .*, and 12 more\n$/)
  const [code, out] = await verify(dir, '--json')
  expect(code).toBe(1)
  expect(JSON.parse(String(out))).toMatchObject({ dir, verdict: 'altered', faults: { length: 20 } })
})

test('a report that stands beside the evidence is told as not sealed', async () => {
  const { dir } = await sealedBundle()
  await writeFile(join(dir, 'report.html'), '<p>Nothing was found.')
  expect(await verify(dir)).toEqual([
    0,
    expect.stringMatching(/^verified: .*; report\.html is not sealed \(tagtrail report makes it anew\)\n$/),
  ])
  expect(JSON.parse(String((await verify(dir, '--json'))[1]))).toMatchObject({ unsealed: ['report.html'] })
})

test('a killed scan is incomplete and ends with 4', async () => {
  expect(await verify(await killedBundle())).toEqual([
    4,
    `incomplete: the scan did not come to its end; ${observations.length} observations, 7 files are there\n`,
  ])
})

test('no scan ends with 3', async () => {
  const folder = await temporaryFolder()
  expect(await verify(folder)).toEqual([3, `unreadable: ${folder} holds no scan\n`])
})

test('several scans are a line each, and the worst one tells the end', async () => {
  const { dir } = await sealedBundle()
  const killed = await killedBundle()
  const [code, out] = await verify(dir, killed)
  expect(code).toBe(4)
  expect(String(out).split('\n')).toEqual([
    expect.stringMatching(/: verified: /),
    expect.stringMatching(/: incomplete: /),
    '',
  ])
})

test('a key that is expected must be the one', async () => {
  const { dir, key } = await sealedBundle()
  expect((await verify(dir, '--key', key.fingerprint.slice(0, 16).toUpperCase()))[0]).toBe(0)
  const [code, out] = await verify(dir, '--key', '0'.repeat(64))
  expect([code, out]).toEqual([
    1,
    `altered: manifest.json was altered (it is sealed by another key, ${key.fingerprint})\n`,
  ])
  const host = fakeHost()
  await run(['verify', dir, '--key', 'mine'], host)
  expect([host.ended(), host.err()]).toEqual([2, expect.stringContaining('16 to 64 hexadecimal digits')])
})
