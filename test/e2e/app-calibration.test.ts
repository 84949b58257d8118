import { expect, test } from 'vitest'
import { openApp } from '../main/open-app.ts'

test('the instrument is calibrated from the window, which hears how far it is and what came of it', async () => {
  const { client } = await openApp()
  expect(await client.settings.calibrate({ site: 'klaro-modal' })).toMatchObject({ status: 'running', done: 0 })
  await expect(client.settings.calibrate({})).rejects.toMatchObject({ message: expect.stringContaining('under way') })
  const told = []
  for await (const run of await client.settings.watchCalibration()) told.push(run)
  expect(told.map(({ done }) => done)).toContain(1)
  expect(told.at(-1)).toMatchObject({ status: 'complete', done: 2, of: 2, faults: [], leftOut: [], failure: null })
  expect(told.at(-1)?.calibration?.banners[0]).toMatchObject({ matched: 2, missing: 0, invented: 0 })
  // A part of it says nothing of the whole.
  expect(await client.settings.calibration()).toBeNull()
})

test('a calibration is stopped by its button, and another one may begin', async () => {
  const { client } = await openApp()
  await client.settings.calibrate({})
  expect((await client.settings.cancelCalibration()).status).toBe('stopping')
  const told = []
  for await (const run of await client.settings.watchCalibration()) told.push(run)
  expect(told.at(-1)).toMatchObject({ status: 'cancelled', calibration: null, failure: null })
  expect((await client.settings.calibrate({ site: 'klaro-modal' })).status).toBe('running')
})
