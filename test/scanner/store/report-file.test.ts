import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { writeReport } from '../../../scanner/store/report-file.ts'
import { temporaryFolder } from './temporary-folder.ts'

test('a report is written into a folder that is made for it', async () => {
  const path = join(await temporaryFolder(), 'reports', 'june', 'report.html')
  await writeReport(path, '<p>first')
  await writeReport(path, '<p>second')
  expect(await readFile(path, 'utf8')).toBe('<p>second')
})

test('a place that cannot be written is one line', async () => {
  const folder = await temporaryFolder()
  await writeFile(join(folder, 'file'), '')
  const path = join(folder, 'file', 'report.html')
  await expect(writeReport(path, '')).rejects.toMatchObject({
    code: 'store-corrupt',
    message: expect.stringContaining(`${path} could not be written`),
  })
})
