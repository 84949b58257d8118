import { expect, test, vi } from 'vitest'
import { chosenBrowser } from '../../main/chosen-browser.ts'
import { openCatalog } from '../../scanner/store/catalog.ts'
import { temporaryFolder } from '../scanner/store/temporary-folder.ts'
import { fakeHost } from './fake-host.ts'

/** Every path is wrong, so the message tells which of them was asked for. */
async function refusal(option: string | undefined, env: Record<string, string>, setting: string | null) {
  const folder = await temporaryFolder()
  for (const name of ['TAGTRAIL_BROWSER', 'CHROME_PATH']) vi.stubEnv(name, env[name])
  vi.stubEnv('TAGTRAIL_DATA', folder)
  await openCatalog(folder, { now: () => new Date(0) }).changeSettings({ browserPath: setting })
  const error: unknown = await chosenBrowser(fakeHost({ env }), option).catch((reason: unknown) => reason)
  vi.unstubAllEnvs()
  return error instanceof Error ? error.message : ''
}

test.each([
  ['--browser comes first', '/no/option', { TAGTRAIL_BROWSER: '/no/env' }, '/no/setting', '--browser names /no/option'],
  ['then the environment', undefined, { TAGTRAIL_BROWSER: '/no/env' }, '/no/setting', 'TAGTRAIL_BROWSER names /no/env'],
  ['of any name', undefined, { CHROME_PATH: '/no/chrome' }, '/no/setting', 'CHROME_PATH names /no/chrome'],
  ["then the user's setting", undefined, {}, '/no/setting', 'The browser setting names /no/setting'],
])('%s', async (_, option, env, setting, message) => {
  expect(await refusal(option, env, setting)).toContain(message)
})

test('a user who does not want to wait is not kept waiting', async () => {
  const host = fakeHost()
  host.interrupt()
  await expect(chosenBrowser(host, '/no/option')).rejects.toThrow('stop')
})
