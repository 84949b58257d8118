import { mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { run } from '../../../main/program.ts'
import type { Assessment } from '../../../scanner/model.ts'
import { writeAssessment } from '../../../scanner/store/assessment-file.ts'
import { createBundle } from '../../../scanner/store/bundle.ts'
import { sealBundle } from '../../../scanner/store/manifest.ts'
import { assessment, environment, gap, observations, plan } from '../../scanner/samples.ts'
import { temporaryFolder } from '../../scanner/store/temporary-folder.ts'
import { fakeHost } from '../fake-host.ts'

// Rulings and calibration of whoever runs the tests are none of theirs.
beforeEach(async () => vi.stubEnv('TAGTRAIL_DATA', await temporaryFolder()))
afterEach(() => vi.unstubAllEnvs())

/** A scan on disk, as it is left by one that ended as planned. */
async function scanFolder(knowledge: string | null = null): Promise<string> {
  const dir = join(await temporaryFolder(), 'scan')
  const bundle = await createBundle(dir)
  await bundle.writePlan({ ...plan, knowledge })
  await bundle.writeEnvironment({ ...environment, endedAt: environment.startedAt, ended: 'complete' })
  for (const observation of observations) bundle.append('observations.ndjson', JSON.stringify(observation))
  bundle.append('gaps.ndjson', JSON.stringify(gap))
  await bundle.close()
  await writeAssessment(dir, assessment)
  await sealBundle(dir)
  return dir
}

/** A category decided otherwise, and a list. */
async function ownKnowledge(): Promise<string> {
  const dir = join(await temporaryFolder(), 'ours')
  const categories = [{ of: 'google-analytics', category: 'marketing', because: 'our DPO says so' }]
  await mkdir(join(dir, 'lists'), { recursive: true })
  await writeFile(join(dir, 'categories.json'), JSON.stringify({ schema: 1, categories }))
  await writeFile(join(dir, 'lists', 'a.txt'), '! Title: House\n||shop.lab.example^$document\n')
  return dir
}

async function ran(...words: readonly string[]) {
  const host = fakeHost()
  await run(['report', ...words], host)
  return { out: host.out(), err: host.err(), code: host.ended() }
}

describe('tagtrail report', () => {
  test('writes the report into the folder of the scan and prints its path', async () => {
    const dir = await scanFolder()
    expect(await ran(dir)).toEqual({ out: `${join(dir, 'report.html')}\n`, err: '', code: 0 })
    expect(await readFile(join(dir, 'report.html'), 'utf8')).toMatch(/^<!doctype html>[^]*Webinar funnel/)
  })

  test('writes it elsewhere, in another format', async () => {
    const dir = await scanFolder()
    const out = join(dir, '..', 'new', 'answer.json')
    expect(await ran(dir, '--format', 'json', '--out', out)).toEqual({ out: `${out}\n`, err: '', code: 0 })
    expect(JSON.parse(await readFile(out, 'utf8'))).toMatchObject({ ...assessment, rulings: [] })
    expect(await readdir(dir)).not.toContain('report.json')
  })

  test('writes it to standard output, and nothing else', async () => {
    const { out, err, code } = await ran(await scanFolder(), '--format', 'json', '--out', '-')
    expect(JSON.parse(out)).toMatchObject({ ...assessment, rulings: [] })
    expect([err, code]).toEqual(['', 0])
  })

  test('names a ruling of the user beside the assessment', async () => {
    const dir = await scanFolder()
    const [finding] = assessment.findings
    const host = fakeHost()
    await run(['ruling', 'set', dir, finding?.key ?? '', '--decision', 'compliant', '--by', 'A. Diaz'], host)
    const { out } = await ran(dir, '--format', 'json', '--out', '-')
    const told = JSON.parse(out)
    expect(told.rulings).toMatchObject([{ decision: 'compliant', by: 'A. Diaz', findings: [finding?.key] }])
    expect(told.findings).toEqual(assessment.findings)
  })

  test('of a scan that was killed judges what there is, and says what is missing', async () => {
    const dir = await scanFolder()
    await rm(join(dir, 'assessment.json'))
    await rm(join(dir, 'manifest.json'))
    const log = join(dir, 'observations.ndjson')
    const [first = ''] = (await readFile(log, 'utf8')).split('\n')
    await writeFile(log, `${first}\n{"torn`)
    const { out, err, code } = await ran(dir, '--format', 'json', '--out', '-')
    expect(JSON.parse(out)).toMatchObject({ scan: { name: 'Webinar funnel' }, coverage: { counts: { requests: 1 } } })
    expect(err).toBe(
      'note: the last line of observations.ndjson is cut off and left out\nnote: the scan is not sealed\n',
    )
    expect(code).toBe(0)
  })

  test('judges again what was damaged since, and when it is asked to, and says which', async () => {
    const dir = await scanFolder()
    const asked = await ran(dir, '--judge-anew', '--format', 'json', '--out', '-')
    expect([JSON.parse(asked.out).headline === assessment.headline, asked.err]).toEqual([false, ''])
    await writeFile(join(dir, 'assessment.json'), '{}')
    const { out, err, code } = await ran(dir, '--format', 'json', '--out', '-')
    expect(out).toBe(asked.out)
    expect(err).toBe(
      'note: assessment.json is not as this version of Tagtrail writes it: the evidence was judged again in its place\n',
    )
    expect(code).toBe(0)
    expect(await readFile(join(dir, 'assessment.json'), 'utf8')).toBe('{}')
  })

  test('judges anew by knowledge of your own, says so, and leaves the assessment as it is', async () => {
    const dir = await scanFolder()
    const before = await readFile(join(dir, 'assessment.json'), 'utf8')
    const own = await ownKnowledge()
    const { out, err, code } = await ran(dir, '--knowledge', own, '--format', 'json', '--out', '-')
    const judged: Assessment = JSON.parse(out)
    expect([err, code]).toEqual(['', 0])
    expect(judged.versions.knowledge).toMatch(
      / with own knowledge [0-9a-f]{8} \(categories of google-analytics; lists House\)$/,
    )
    expect(judged.ownKnowledge).toEqual({
      path: own,
      vendors: 0,
      categories: 1,
      lists: [{ name: 'House', rules: 1 }],
    })
    const ga = judged.sightings.filter(({ item }) => item === '_ga')
    expect(ga.length).toBeGreaterThan(0)
    for (const { category, disputed, source } of ga) {
      expect([category, disputed]).toEqual(['marketing', true])
      expect(source).toMatch(/; category set by you: our DPO says so$/)
    }
    expect(judged.sightings.filter(({ lists }) => lists.includes('House')).map(({ host }) => host)).toEqual([
      'shop.lab.example',
    ])
    const { out: page } = await ran(dir, '--knowledge', own, '--out', '-')
    for (const told of [
      `from <code><bdi>${own}`,
      '1 category override, list House (1 rule)',
      'category set by you',
      'on list House',
    ])
      expect(page).toContain(told)
    expect(await readFile(join(dir, 'assessment.json'), 'utf8')).toBe(before)
  })

  test('refuses knowledge of your own that is not there', async () => {
    const { out, err, code } = await ran(await scanFolder(), '--knowledge', '/nowhere/ours')
    expect(err).toContain('your own knowledge in /nowhere/ours was not read:\n  there is no such file or folder')
    expect([out, code]).toEqual(['', 2])
  })

  test('of a killed scan whose own knowledge is elsewhere now says so', async () => {
    const dir = await scanFolder('/nowhere/ours')
    await rm(join(dir, 'assessment.json'))
    const { out, err, code } = await ran(dir, '--format', 'json', '--out', '-')
    expect(err).toContain('note: your own knowledge in /nowhere/ours is not there and left out')
    expect([JSON.parse(out).ownKnowledge, code]).toEqual([null, 0])
  })

  test('of a folder that holds no scan is one line and the way out', async () => {
    const dir = join(await temporaryFolder(), 'empty')
    await mkdir(dir)
    const { out, err, code } = await ran(dir)
    expect(err).toBe(
      `error: ${dir} has no environment.json, so it is no scan; name the folder that a scan was written to\n`,
    )
    expect([out, code]).toEqual(['', 3])
  })
})
