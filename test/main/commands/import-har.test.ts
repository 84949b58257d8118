import { mkdtempSync, rmSync } from 'node:fs'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { run } from '../../../main/program.ts'
import { verifyBundle } from '../../../scanner/store/verify-bundle.ts'
import { hars } from '../../scanner/har/imported.ts'
import { temporaryFolder } from '../../scanner/store/temporary-folder.ts'
import { fakeHost } from '../fake-host.ts'

// The key of the installation is made in the data folder: not in that of whoever runs the tests.
const before = process.env['TAGTRAIL_DATA']
const data = mkdtempSync(join(tmpdir(), 'tagtrail-data-'))
beforeAll(() => {
  process.env['TAGTRAIL_DATA'] = data
})
afterAll(() => {
  if (before === undefined) delete process.env['TAGTRAIL_DATA']
  else process.env['TAGTRAIL_DATA'] = before
  rmSync(data, { recursive: true })
})

async function importHar(...words: readonly string[]) {
  const host = fakeHost()
  await run(['import-har', ...words], host)
  return { code: host.ended(), out: host.out(), err: host.err() }
}

test('a HAR file becomes a sealed scan with its report', async () => {
  const out = join(await temporaryFolder(), 'import')
  const told = await importHar(join(hars, 'chrome.har'), '--state', 'no-choice', '--out', out)
  expect([told.code, told.err]).toEqual([0, ''])
  expect(told.out).toContain('Meta Pixel')
  expect(await readdir(out)).toContain('report.html')
  expect(await verifyBundle(out)).toMatchObject({ verdict: 'verified', assessment: { is: 'sealed' } })
})

test('a state that the file does not prove is inconclusive and ends with 4', async () => {
  const out = join(await temporaryFolder(), 'import')
  const told = await importHar(join(hars, 'chrome.har'), '--state', 'rejected', '--out', out, '--json')
  expect([told.code, JSON.parse(told.out).states[0].verdict]).toEqual([4, 'inconclusive'])
})

test('your own knowledge is asked, told in the report, and asked again when the bundle is judged anew', async () => {
  const folder = await temporaryFolder()
  const own = join(folder, 'own.json')
  const ruling = { of: 'meta-pixel', category: 'functional', because: 'decided by the client' }
  await writeFile(own, JSON.stringify({ schema: 1, categories: [ruling] }))
  const out = join(folder, 'import')
  const words = ['--state', 'no-choice', '--out', out, '--knowledge', own, '--json']
  const told = await importHar(join(hars, 'chrome.har'), ...words)
  const { ownKnowledge, matrix } = JSON.parse(told.out)
  expect([told.err, ownKnowledge]).toEqual(['', { path: own, vendors: 0, categories: 1, lists: [] }])
  const rows: readonly { vendorId: string; category: string }[] = matrix
  expect(rows.find(({ vendorId }) => vendorId === 'meta-pixel')?.category).toBe('functional')
  expect(await readFile(join(out, 'report.html'), 'utf8')).toContain('1 category override')
  expect(JSON.parse(await readFile(join(out, 'plan.json'), 'utf8')).knowledge).toBe(own)
})

test('faults of your own knowledge are told before anything is written', async () => {
  const folder = await temporaryFolder()
  const out = join(folder, 'import')
  const words = ['--state', 'no-choice', '--out', out, '--knowledge', join(folder, 'absent')]
  const told = await importHar(join(hars, 'chrome.har'), ...words)
  expect([told.code, told.err]).toEqual([2, expect.stringContaining('there is no such file or folder')])
  expect(await readdir(folder)).toEqual([])
})

test('what is no HAR file is one line and ends with 2', async () => {
  const folder = await temporaryFolder()
  const path = join(folder, 'x.har')
  await writeFile(path, '{"a":1}')
  const told = await importHar(path, '--state', 'no-choice', '--out', join(folder, 'import'))
  expect(told).toEqual({
    code: 2,
    out: '',
    err: `error: ${path} is no HAR file: it has no list of entries in its log; export it again as HAR\n`,
  })
})

test('a state that cannot be imported is a slip of the command line', async () => {
  expect(await importHar('x.har', '--state', 'gated', '--out', 'never')).toMatchObject({
    code: 2,
    err: expect.stringContaining('Allowed choices are no-choice, rejected, accepted.'),
  })
})
