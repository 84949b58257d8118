import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readPlanFile } from '../../../scanner/store/plan-file.ts'
import { temporaryFolder } from './temporary-folder.ts'

test('a plan file is its text, its name and its folder', async () => {
  const folder = await temporaryFolder()
  await writeFile(join(folder, 'plan.yaml'), 'name: Büro\n')
  expect(await readPlanFile(join(folder, 'plan.yaml'))).toEqual({
    text: 'name: Büro\n',
    name: 'plan.yaml',
    baseDir: folder,
  })
})

test('what cannot be read as a plan is one line', async () => {
  const folder = await temporaryFolder()
  const missing = join(folder, 'plan.yaml')
  await expect(readPlanFile(missing)).rejects.toMatchObject({
    code: 'plan-invalid',
    message: `${missing} does not exist; check the path`,
  })
  await expect(readPlanFile(folder)).rejects.toMatchObject({
    code: 'plan-invalid',
    message: `${folder} is a folder; name the plan file in it`,
  })
  const picture = join(folder, 'plan.png')
  await writeFile(picture, Buffer.from([0x89, 0x50, 0xff, 0xfe]))
  await expect(readPlanFile(picture)).rejects.toMatchObject({
    code: 'plan-invalid',
    message: `${picture} is not text in UTF-8; save it as such`,
  })
})
