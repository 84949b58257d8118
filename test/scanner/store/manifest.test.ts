import { createHash } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createBundle } from '../../../scanner/store/bundle.ts'
import { canonicalJson } from '../../../scanner/store/canonical-json.ts'
import { readManifest, sealBundle } from '../../../scanner/store/manifest.ts'
import { environment, plan } from '../samples.ts'
import { temporaryFolder } from './temporary-folder.ts'

async function unsealed(): Promise<string> {
  const dir = await temporaryFolder()
  const bundle = await createBundle(dir)
  await bundle.writePlan(plan)
  await bundle.writeEnvironment({ ...environment, endedAt: '2026-01-02T03:05:00.000Z', ended: 'complete' })
  for (const line of ['{"a":1}', '{}']) bundle.append('observations.ndjson', line)
  bundle.keep('bodies/b', Buffer.from('b'))
  bundle.keep('screenshots/a.png', Buffer.from('a'))
  await bundle.close()
  return dir
}

test('the manifest names every file of the bundle with its hash and size, and what made them', async () => {
  const dir = await unsealed()
  const manifest = await sealBundle(dir)
  expect(manifest).toMatchObject({
    format: 'tagtrail-bundle',
    formatVersion: 1,
    tool: { name: 'tagtrail', version: '0.1.0' },
    browser: { product: 'Chrome/150' },
    knowledge: { version: '1' },
    ended: 'complete',
    sealedAt: '2026-01-02T03:05:00.000Z',
    timestamp: 'none',
    key: null,
    logs: [
      { path: 'gaps.ndjson', lines: 0, head: '0'.repeat(64) },
      { path: 'observations.ndjson', lines: 2, head: await hashOfLine(dir, 1) },
    ],
  })
  expect(manifest.files.map(({ path }) => path)).toEqual([
    'bodies/b',
    'environment.json',
    'gaps.ndjson',
    'observations.ndjson',
    'plan.json',
    'screenshots/a.png',
  ])
  for (const { path, sha256, bytes } of manifest.files) {
    const content = await readFile(join(dir, path))
    expect([path, sha256, bytes]).toEqual([path, createHash('sha256').update(content).digest('hex'), content.length])
  }
})

test('it is stored in its one canonical form and read back', async () => {
  const dir = await unsealed()
  const manifest = await sealBundle(dir)
  expect(await readFile(join(dir, 'manifest.json'), 'utf8')).toBe(canonicalJson(manifest))
  expect(await readManifest(dir)).toEqual(manifest)
})

test('reports, half-written files and the assessment are no part of it', async () => {
  const dir = await unsealed()
  const before = await sealBundle(dir)
  await writeFile(join(dir, 'report.html'), '<html>')
  await writeFile(join(dir, 'assessment.json'), '{}')
  await writeFile(join(dir, 'bodies', 'x.123.part'), 'ha')
  expect(await sealBundle(dir)).toEqual(before)
})

test('a bundle without a seal has no manifest', async () => {
  expect(await readManifest(await unsealed())).toBeNull()
})

async function hashOfLine(dir: string, index: number): Promise<string> {
  const lines = (await readFile(join(dir, 'observations.ndjson'), 'utf8')).split('\n')
  return createHash('sha256')
    .update(lines[index] ?? '')
    .digest('hex')
}
