import { mkdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { temporaryFolder } from '../../scanner/store/temporary-folder.ts'
import { openApp } from '../open-app.ts'

test('the screen that was looked at last is found again after a restart, as long as it is there', async () => {
  const first = await openApp()
  expect(await first.client.app.leftAt()).toEqual({ place: '/' })
  const { id } = await first.client.projects.save({ name: 'Lumen' })
  for (const place of ['/knowledge', `/clients/${id}/new-funnel`]) await first.client.app.leave({ place })
  await first.service.close()
  const second = await openApp({ folder: first.folder })
  expect(await second.client.app.leftAt()).toEqual({ place: `/clients/${id}/new-funnel` })
  await second.client.projects.remove({ id })
  expect(await second.client.app.leftAt()).toEqual({ place: '/' })
})

test.skipIf(process.platform === 'win32')('nobody else on the machine can look into the data folder', async () => {
  const folder = join(await temporaryFolder(), 'data')
  await mkdir(folder, { mode: 0o755 })
  await openApp({ folder })
  expect((await stat(folder)).mode & 0o077).toBe(0)
})
