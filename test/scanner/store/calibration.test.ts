import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Calibration } from '../../../scanner/model.ts'
import { readCalibration, writeCalibration } from '../../../scanner/store/calibration.ts'

const calibration: Calibration = {
  at: '2026-11-21T16:00:00.000Z',
  versions: { tool: '0.1.0', knowledge: '2026-11-21', browser: 'Chrome/156.0' },
  facts: [{ of: 'hosts', matched: 12, missing: 1, invented: 0 }],
  banners: [],
  findings: [],
  wrongWayClicks: 0,
  falselyProven: 0,
}

let folder: string
beforeEach(async () => {
  folder = join(await mkdtemp(join(tmpdir(), 'tagtrail-calibration-')), 'data')
})
afterEach(() => rm(join(folder, '..'), { recursive: true, force: true }))

test('what is written is read again, in a folder that was not there', async () => {
  await writeCalibration(folder, calibration)
  expect(await readCalibration(folder)).toEqual(calibration)
})

test('the next one replaces it and leaves nothing beside it', async () => {
  await writeCalibration(folder, calibration)
  await writeCalibration(folder, { ...calibration, at: '2026-12-01T16:00:00.000Z' })
  expect((await readCalibration(folder))?.at).toBe('2026-12-01T16:00:00.000Z')
  expect(await readdir(folder)).toEqual(['calibration.json'])
})

test('where none was made there is none', async () => expect(await readCalibration(folder)).toBeNull())

test.each([
  ['no JSON', '{'],
  ['another shape', '{"at":"yesterday"}'],
])('%s is as good as none', async (_, text) => {
  await writeCalibration(folder, calibration)
  await writeFile(join(folder, 'calibration.json'), text)
  expect(await readCalibration(folder)).toBeNull()
})
