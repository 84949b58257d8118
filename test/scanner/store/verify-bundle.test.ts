import { copyFile, cp, mkdir, readdir, readFile, rm, symlink, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { sealAssessment, writeAssessment } from '../../../scanner/store/assessment-file.ts'
import { sealBundle } from '../../../scanner/store/manifest.ts'
import { installationKey } from '../../../scanner/store/sealing-key.ts'
import { verifyBundle, type Verification } from '../../../scanner/store/verify-bundle.ts'
import { assessment, observations } from '../samples.ts'
import { killedBundle, sealedBundle } from './sealed-bundle.ts'
import { temporaryFolder } from './temporary-folder.ts'

const faultsOf = ({ verdict, faults }: Verification) => [verdict, ...faults.map(({ path, what }) => `${what} ${path}`)]

async function filesOf(dir: string): Promise<readonly string[]> {
  const entries = await readdir(dir, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name).slice(dir.length + 1))
}

/** Does something to a file, looks, and puts the file back. */
async function whileSpoilt(
  dir: string,
  path: string,
  spoilt: (bytes: Buffer) => Uint8Array | null,
): Promise<Verification> {
  const bytes = await readFile(join(dir, path))
  const other = spoilt(bytes)
  if (other === null) await rm(join(dir, path))
  else await writeFile(join(dir, path), other)
  const verification = await verifyBundle(dir)
  await writeFile(join(dir, path), bytes)
  return verification
}

test('a bundle as it was sealed is verified', async () => {
  const { dir, key } = await sealedBundle()
  expect(await verifyBundle(dir)).toEqual({
    verdict: 'verified',
    because: null,
    faults: [],
    observations: observations.length,
    gaps: 2,
    files: 7,
    ended: 'complete',
    seal: { sealedAt: '2026-01-02T03:05:00.000Z', key: key.fingerprint, timestamp: { is: 'none' } },
    assessment: { is: 'sealed', sealedAt: '2026-01-02T03:06:00.000Z', key: key.fingerprint, because: null, faults: [] },
  })
})

describe('mutations', () => {
  test(
    'flipping any bit of any file is reported: all positions of small files, sixty of large ones',
    { timeout: 120_000 },
    async () => {
      const { dir } = await sealedBundle()
      let flips = 0
      for (const path of await filesOf(dir)) {
        const { length } = await readFile(join(dir, path))
        const stride = Math.max(1, Math.floor(length / (length <= 300 ? length : 60)))
        for (let at = 0; at < length; at += stride) {
          const seen = await whileSpoilt(dir, path, (bytes) => {
            const flipped = Buffer.from(bytes)
            flipped[at] = (flipped[at] ?? 0) ^ (1 << (at % 8))
            return flipped
          })
          expect(seen.verdict, `${path} at ${at}`).toBe('altered')
          flips++
        }
      }
      expect(flips).toBeGreaterThan(700)
      expect((await verifyBundle(dir)).verdict).toBe('verified')
    },
  )

  test('every byte of the signatures and the keys counts, in every bit', async () => {
    const { dir } = await sealedBundle()
    for (const path of ['manifest.sig', 'manifest.pub', 'assessment.seal.sig', 'assessment.seal.pub'])
      for (const mask of [1, 2, 4, 8, 16, 32, 64, 128]) {
        const last = (await readFile(join(dir, path))).length - 1
        for (const at of [0, 31, 40, 63, last]) {
          const seen = await whileSpoilt(dir, path, (bytes) =>
            bytes.map((byte, index) => (index === at ? byte ^ mask : byte)),
          )
          expect(seen.verdict, `${path} at ${at} with ${mask}`).toBe('altered')
        }
      }
  })

  test('taking any one file away is reported by its name', async () => {
    const { dir } = await sealedBundle()
    for (const path of await filesOf(dir)) {
      const seen = await whileSpoilt(dir, path, () => null)
      expect([seen.verdict, seen.faults.map(({ path: of }) => of)]).toEqual(['altered', expect.arrayContaining([path])])
    }
  })

  for (const path of [
    'note.txt',
    'bodies/abc',
    'screenshots/more.png',
    'screenshots/deep/er.png',
    'new/file',
    'manifest.json.part',
    'bodies/x.1.2.part',
  ])
    test(`putting in ${path} is reported`, async () => {
      const { dir } = await sealedBundle()
      await mkdir(join(dir, path, '..'), { recursive: true })
      await writeFile(join(dir, path), 'x')
      expect(faultsOf(await verifyBundle(dir))).toEqual(['altered', `added ${path}`])
    })

  test('a link in place of a file is reported', async () => {
    const { dir } = await sealedBundle()
    await copyFile(join(dir, 'plan.json'), join(dir, '..', 'plan.json'))
    await rm(join(dir, 'plan.json'))
    await symlink(join(dir, '..', 'plan.json'), join(dir, 'plan.json'))
    expect(faultsOf(await verifyBundle(dir))).toEqual(['altered', 'added plan.json', 'missing plan.json'])
  })

  for (const log of ['observations.ndjson', 'gaps.ndjson'])
    for (const [name, edit, why] of [
      ['swapped', ([a = '', b = '', ...rest]: string[]) => [b, a, ...rest], /^line 1 is not the first one/],
      ['taken out', ([, ...rest]: string[]) => rest, /lines in place of .*; line 1 is not the first one/],
      [
        'cut off at the end',
        (lines: string[]) => lines.slice(0, -1),
        /lines in place of .*; its last line is another one/,
      ],
      [
        'doubled',
        ([a = '', ...rest]: string[]) => [a, a, ...rest],
        /lines in place of .*; line 2 does not follow from line 1/,
      ],
      ['appended', (lines: string[]) => [...lines, '{}'], /lines in place of .*; line \d+ does not follow/],
      [
        'edited',
        ([a = '', ...rest]: string[]) => [a.replace('rejected', 'accepted'), ...rest],
        /line 2 does not follow from line 1/,
      ],
      [
        'edited at the end',
        (lines: string[]) => [...lines.slice(0, -1), lines.at(-1)?.replace('rejected', 'accepted') ?? ''],
        /^its last line/,
      ],
    ] as const)
      test(`lines of ${log} that were ${name} are reported with their place`, async () => {
        const { dir } = await sealedBundle()
        const seen = await whileSpoilt(dir, log, (bytes) => {
          const lines = bytes.toString().trimEnd().split('\n')
          return Buffer.from(
            edit(lines)
              .map((line) => `${line}\n`)
              .join(''),
          )
        })
        expect(seen).toMatchObject({
          verdict: 'altered',
          faults: [{ path: log, what: 'altered', why: expect.stringMatching(why) }],
        })
      })

  test('a log that lost half a line is reported', async () => {
    const { dir } = await sealedBundle()
    const path = join(dir, 'observations.ndjson')
    await truncate(path, (await readFile(path)).length - 10)
    expect(faultsOf(await verifyBundle(dir))).toEqual(['altered', 'altered observations.ndjson'])
  })

  test('signature and key of another installation do not fit, alone or together', async () => {
    const { dir } = await sealedBundle()
    const other = await sealedBundle()
    for (const names of [['manifest.sig'], ['manifest.pub'], ['manifest.sig', 'manifest.pub']]) {
      const spoilt = join(await temporaryFolder(), 'copy')
      await cp(dir, spoilt, { recursive: true })
      for (const name of names) await copyFile(join(other.dir, name), join(spoilt, name))
      expect((await verifyBundle(spoilt)).verdict).toBe('altered')
    }
  })

  test('a manifest written anew for altered evidence betrays itself by its key', async () => {
    const { dir, key } = await sealedBundle()
    await writeFile(join(dir, 'plan.json'), '{}')
    const forger = await installationKey(await temporaryFolder())
    await sealBundle(dir, { key: forger })
    const seen = await verifyBundle(dir)
    expect(faultsOf(seen)).toEqual(['altered', 'altered assessment.seal.json'])
    await sealAssessment(dir, { key: forger, sealedAt: new Date(0) })
    // Nothing inside a bundle can tell a forger who has sealed it all again; the fingerprint in the printed report can.
    expect((await verifyBundle(dir)).seal?.key).not.toBe(key.fingerprint)
  })

  test('the assessment of other evidence does not fit', async () => {
    const { dir } = await sealedBundle()
    const other = await sealedBundle()
    for (const name of await readdir(other.dir))
      if (name.startsWith('assessment.')) await copyFile(join(other.dir, name), join(dir, name))
    expect(faultsOf(await verifyBundle(dir))).toEqual(['altered', 'altered assessment.seal.json'])
  })
})

describe('judging again', () => {
  test('another assessment by another installation leaves the evidence as it was sealed', async () => {
    const { dir, key } = await sealedBundle()
    const dpo = await installationKey(await temporaryFolder())
    await writeAssessment(dir, { ...assessment, headline: 'judged anew' })
    await sealAssessment(dir, { key: dpo, sealedAt: new Date('2027-05-06T07:08:00.000Z') })
    expect(await verifyBundle(dir)).toMatchObject({
      verdict: 'verified',
      seal: { sealedAt: '2026-01-02T03:05:00.000Z', key: key.fingerprint },
      assessment: { is: 'sealed', sealedAt: '2027-05-06T07:08:00.000Z', key: dpo.fingerprint },
    })
  })

  test('an assessment that was replaced without a seal is reported', async () => {
    const { dir } = await sealedBundle()
    await writeAssessment(dir, { ...assessment, headline: 'nothing found' })
    expect(faultsOf(await verifyBundle(dir))).toEqual(['altered', 'altered assessment.json'])
  })

  test('evidence without an assessment is verified, and reports beside it do not matter', async () => {
    const { dir } = await sealedBundle()
    for (const name of await readdir(dir)) if (name.startsWith('assessment.')) await rm(join(dir, name))
    await writeFile(join(dir, 'report.html'), '<html>')
    expect(await verifyBundle(dir)).toMatchObject({ verdict: 'verified', assessment: { is: 'none' } })
    await writeAssessment(dir, assessment)
    expect(await verifyBundle(dir)).toMatchObject({ verdict: 'incomplete', because: 'its assessment is not sealed' })
  })
})

describe('incomplete', () => {
  test('a killed scan is whole up to its last line', async () => {
    const dir = await killedBundle()
    const path = join(dir, 'observations.ndjson')
    await truncate(path, (await readFile(path)).length - 10)
    await writeFile(join(dir, 'bodies', 'half.123.1.part'), 'h')
    expect(await verifyBundle(dir)).toMatchObject({
      verdict: 'incomplete',
      because: 'the scan did not come to its end',
      observations: observations.length - 1,
      seal: null,
    })
  })

  test('a scan that was killed at once is incomplete, too', async () => {
    const dir = await killedBundle()
    for (const name of ['plan.json', 'environment.json']) await rm(join(dir, name))
    expect((await verifyBundle(dir)).verdict).toBe('incomplete')
  })

  for (const [name, path, from, to] of [
    ['a line', 'observations.ndjson', 'rejected', 'accepted'],
    ['a body', 'bodies/ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb', 'a', 'z'],
    ['a picture', 'screenshots/r1-rejected-optin-2e7d2c03a950.png', 'c', 'z'],
  ] as const)
    test(`${name} that was altered afterwards is reported all the same`, async () => {
      const dir = await killedBundle()
      await writeFile(join(dir, path), (await readFile(join(dir, path), 'utf8')).replace(from, to))
      expect(faultsOf(await verifyBundle(dir))).toEqual(['altered', `altered ${path}`])
    })

  test('a bundle that nobody signed is not verified', async () => {
    const { dir } = await sealedBundle()
    for (const name of await readdir(dir)) if (name.startsWith('assessment.')) await rm(join(dir, name))
    await sealBundle(dir)
    expect(await verifyBundle(dir)).toMatchObject({
      verdict: 'incomplete',
      because: expect.stringMatching(/nobody signed/),
    })
    expect(await readdir(dir)).not.toContain('manifest.sig')
  })
})

describe('unreadable', () => {
  test('a place without a scan', async () => {
    const folder = await temporaryFolder()
    expect(await verifyBundle(join(folder, 'gone'))).toMatchObject({ verdict: 'unreadable', because: /is no folder/ })
    expect(await verifyBundle(folder)).toMatchObject({ verdict: 'unreadable', because: /holds no scan/ })
    await writeFile(join(folder, 'file'), '')
    expect(await verifyBundle(join(folder, 'file'))).toMatchObject({ verdict: 'unreadable' })
  })
})
