import { expect, test } from 'vitest'
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
