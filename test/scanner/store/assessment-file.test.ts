import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readAssessment, writeAssessment } from '../../../scanner/store/assessment-file.ts'
import { assessment } from '../samples.ts'
import { temporaryFolder } from './temporary-folder.ts'

test('an assessment is stored, replaced and read back', async () => {
  const dir = await temporaryFolder()
  await writeAssessment(dir, { ...assessment, headline: 'before' })
  await writeAssessment(dir, assessment)
  expect(await readAssessment(dir)).toEqual(assessment)
})

test('a missing or altered assessment is a corrupt store', async () => {
  const dir = await temporaryFolder()
  await expect(readAssessment(dir)).rejects.toMatchObject({ code: 'store-corrupt' })
  await writeFile(join(dir, 'assessment.json'), JSON.stringify({ ...assessment, headline: 3 }))
  await expect(readAssessment(dir)).rejects.toMatchObject({
    code: 'store-corrupt',
    message: expect.stringContaining('assessment.json is not as Tagtrail writes it (headline '),
  })
})
