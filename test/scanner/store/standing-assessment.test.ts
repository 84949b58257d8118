import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { writeAssessment } from '../../../scanner/store/assessment-file.ts'
import { standingAssessment } from '../../../scanner/store/standing-assessment.ts'
import { assessment } from '../samples.ts'
import { killedBundle, sealedBundle } from './sealed-bundle.ts'

test('a judgement as it was sealed stands', async () => {
  const { dir } = await sealedBundle()
  expect(await standingAssessment(dir)).toEqual({ is: 'whole', assessment })
})

test('one that nobody sealed stands too, and where there is none there is none', async () => {
  const dir = await killedBundle()
  expect(await standingAssessment(dir)).toEqual({ is: 'none' })
  await writeAssessment(dir, assessment)
  expect(await standingAssessment(dir)).toEqual({ is: 'whole', assessment })
})

for (const [name, spoil, because] of [
  ['was changed', (path: string) => change(path, 'Webinar', 'Other'), 'assessment.json is altered'],
  ['is damaged', (path: string) => writeFile(path, '{'), 'assessment.json is altered'],
  ['was taken away', (path: string) => rm(path), 'assessment.json is missing'],
] as const)
  test(`one that ${name} is useless`, async () => {
    const { dir } = await sealedBundle()
    await spoil(join(dir, 'assessment.json'))
    expect(await standingAssessment(dir)).toEqual({ is: 'useless', because })
  })

test('so is one of another version', async () => {
  const dir = await killedBundle()
  const { coverage: _, ...older } = assessment
  await writeFile(join(dir, 'assessment.json'), JSON.stringify(older))
  expect(await standingAssessment(dir)).toEqual({
    is: 'useless',
    because: 'assessment.json is not as this version of Tagtrail writes it',
  })
})

test('where the evidence was changed as well, nothing is judged again', async () => {
  const { dir } = await sealedBundle()
  await writeFile(join(dir, 'assessment.json'), '{')
  await change(join(dir, 'observations.ndjson'), '_ga', '_gb')
  await expect(standingAssessment(dir)).rejects.toMatchObject({
    code: 'store-corrupt',
    message: expect.stringMatching(/evidence is not as it was sealed.*observations\.ndjson is altered/),
  })
})

async function change(path: string, from: string, to: string): Promise<void> {
  await writeFile(path, (await readFile(path, 'utf8')).replace(from, to))
}
