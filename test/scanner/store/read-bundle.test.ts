import { appendFile, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createBundle } from '../../../scanner/store/bundle.ts'
import { sealBundle } from '../../../scanner/store/manifest.ts'
import { readBundle } from '../../../scanner/store/read-bundle.ts'
import type { Observation } from '../../../scanner/model.ts'
import { environment, gap, observations, plan } from '../samples.ts'
import { temporaryFolder } from './temporary-folder.ts'

const { id, run, journey, state, stepId, phase, at, utc } = observations[0] as Observation
const stamp = { id, run, journey, state, stepId, phase, at, utc }
const url = 'https://shop.lab.example/'
const sample: Observation = { ...stamp, kind: 'page', requestedUrl: null, url, status: 200, title: '', quiet: true }

/** A finished bundle with one of everything. */
async function finished(seen = observations): Promise<string> {
  const dir = await temporaryFolder()
  const bundle = await createBundle(dir)
  await bundle.writePlan(plan)
  for (const observation of seen) bundle.append('observations.ndjson', JSON.stringify(observation))
  bundle.append('gaps.ndjson', JSON.stringify(gap))
  bundle.keep(`bodies/${'c'.repeat(64)}`, Buffer.from('body'))
  await bundle.close()
  await bundle.writeEnvironment({ ...environment, endedAt: '2026-01-02T03:05:00.000Z', ended: 'complete' })
  return dir
}

async function read(dir: string) {
  const notes: string[] = []
  return { evidence: await readBundle(dir, { onNote: (note) => notes.push(note) }), notes }
}

test('a sealed bundle is read as it was written, with nothing to note', async () => {
  const dir = await finished()
  await sealBundle(dir)
  const { evidence, notes } = await read(dir)
  expect(evidence.observations).toEqual(observations)
  expect(evidence.gaps).toEqual([gap])
  expect(evidence.plan).toEqual(plan)
  expect(evidence.environment.ended).toBe('complete')
  expect(evidence.files.map(({ path }) => path)).toEqual([
    `bodies/${'c'.repeat(64)}`,
    'environment.json',
    'gaps.ndjson',
    'observations.ndjson',
    'plan.json',
  ])
  expect(notes).toEqual([])
})

for (const torn of ['{"id":"r1-', '\u0000\u0000\u0000', '{"text":"\u2028'])
  test(`a last line cut off as ${JSON.stringify(torn)} is noted and left out`, async () => {
    const dir = await finished()
    await appendFile(join(dir, 'observations.ndjson'), torn)
    const { evidence, notes } = await read(dir)
    expect(evidence.observations).toEqual(observations)
    expect(notes).toEqual(['the last line of observations.ndjson is cut off and left out', 'the scan is not sealed'])
  })

test('a last line that only lacks its line feed counts', async () => {
  const dir = await finished()
  const lines = await readFile(join(dir, 'gaps.ndjson'), 'utf8')
  await writeFile(join(dir, 'gaps.ndjson'), lines.trimEnd())
  expect((await read(dir)).evidence.gaps).toEqual([gap])
})

test('a scan that was killed says so', async () => {
  const dir = await finished()
  await writeFile(join(dir, 'environment.json'), JSON.stringify(environment))
  const { evidence, notes } = await read(dir)
  expect(evidence.environment.ended).toBeNull()
  expect(notes).toEqual(['the scan did not come to its end', 'the scan is not sealed'])
})

test('a line separator of JavaScript inside a text is no end of a line', async () => {
  const odd = { ...sample, title: 'a\u2028b\u2029c\u0085d' }
  const dir = await finished([odd])
  expect((await read(dir)).evidence.observations.at(-1)).toEqual(odd)
})

test('characters that straddle two chunks of a large file arrive whole', async () => {
  const odd = { ...sample, title: '€'.repeat(700_000) }
  const dir = await finished([odd, odd])
  expect((await read(dir)).evidence.observations).toEqual([odd, odd])
})

for (const [name, spoil, message] of [
  ['half a line in the middle', (text: string) => text.replace('}\n', '\n'), /observations\.ndjson:1 is no valid JSON/],
  [
    'a line that is no observation',
    (text: string) => text.replace(/^.*\n.*\n/, '{"kind":"page"}\n{"kind":"page"}\n'),
    /observations\.ndjson:1 is not as Tagtrail writes it \(/,
  ],
  [
    'a torn line with its line feed',
    (text: string) => `${text}{"id":\n`,
    new RegExp(`observations\\.ndjson:${observations.length + 1} is no valid JSON`),
  ],
  [
    'an unknown kind',
    (text: string) => `${text}{"kind":"thought"}\n`,
    new RegExp(`observations\\.ndjson:${observations.length + 1} is not as Tagtrail writes it \\(kind `),
  ],
  [
    'a line taken out',
    (text: string) => text.replace(/^.*\n/, ''),
    /observations\.ndjson:1 does not follow from the line before it; "tagtrail verify .*" says more/,
  ],
  ['a letter changed', (text: string) => text.replace('shop', 'shap'), /observations\.ndjson:2 does not follow/],
] as const)
  test(`${name} is a corrupt store, named by file and line`, async () => {
    const dir = await finished()
    const path = join(dir, 'observations.ndjson')
    await writeFile(path, spoil(await readFile(path, 'utf8')))
    await expect(readBundle(dir)).rejects.toMatchObject({
      code: 'store-corrupt',
      message: expect.stringMatching(message),
    })
  })

for (const name of ['environment.json', 'plan.json'])
  test(`${name} may be neither missing nor broken`, async () => {
    const dir = await finished()
    await writeFile(join(dir, name), '{"name":')
    await expect(readBundle(dir)).rejects.toMatchObject({
      code: 'store-corrupt',
      message: expect.stringContaining(`${name} is no valid JSON`),
    })
    await rm(join(dir, name))
    await expect(readBundle(dir)).rejects.toMatchObject({
      code: 'store-corrupt',
      message: `${dir} has no ${name}, so it is no scan; name the folder that a scan was written to`,
    })
  })

test('a missing log is a corrupt store', async () => {
  const dir = await finished()
  await rm(join(dir, 'gaps.ndjson'))
  await expect(readBundle(dir)).rejects.toMatchObject({
    code: 'store-corrupt',
    message: expect.stringContaining('gaps.ndjson cannot be read (ENOENT)'),
  })
})
