import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, expect, test, vi } from 'vitest'
import type { ToChild } from '../../../main/scan-child/messages.ts'
import type { ChildProcess } from '../../../main/scan-process.ts'
import { openApp } from '../open-app.ts'

const DRAFT = { name: 'Shop', site: 'https://shop.example', steps: [{ id: 'home', go: { url: '/' } }] }
const OWN_PROXY = 'http://ann:secret@proxy.example:8080'

afterEach(() => void vi.unstubAllEnvs())

/** Notes what a scan's process is told, and ends. */
function toldChild(told: ToChild[]): () => ChildProcess {
  return () => ({
    pid: undefined,
    send: (message) => void told.push(message as ToChild),
    onMessage: (listener) => listener({ type: 'ready' }),
    onSaid: () => undefined,
    onEnded: (listener) => setImmediate(listener),
    kill: () => undefined,
  })
}

for (const [name, access, expected] of [
  ['is used where the plan names none', {}, OWN_PROXY],
  ['gives way to that of the plan', { proxy: 'socks5://plan.example:1080' }, 'socks5://plan.example:1080'],
] as const)
  test(`this user's proxy ${name}`, async () => {
    const told: ToChild[] = []
    const { client } = await openApp({ startChild: toldChild(told) })
    await client.settings.change({ proxy: OWN_PROXY, timestampUrl: 'https://time.example/tsa' })
    const { id: projectId } = await client.projects.save({ name: 'Lumen' })
    const { id: funnelId } = await client.funnels.save({ projectId, draft: { ...DRAFT, access } })
    await client.scans.start({ funnelId })
    await client.scans.startDemo()
    expect(told).toMatchObject([
      { job: { plan: { access: { proxy: expected } }, timestampUrl: 'https://time.example/tsa' } },
      { job: { plan: null, timestampUrl: null } },
    ])
  })

for (const [name, change, says] of [
  ['a word that is no proxy', { proxy: 'proxy.example' }, 'no proxy'],
  ['a name and password for SOCKS', { proxy: 'socks5://ann:secret@proxy.example:1080' }, 'no proxy'],
  ['an authority without a web address', { timestampUrl: 'time.example' }, 'no address of an authority'],
] as const)
  test(`${name} is refused where it was typed, and never repeated`, async () => {
    const { client, folder } = await openApp()
    const refused = client.settings.change(change)
    await expect(refused).rejects.toMatchObject({ code: 'SCAN_ERROR', message: expect.stringContaining(says) })
    await expect(refused).rejects.not.toMatchObject({ message: expect.stringContaining('secret') })
    await client.settings.change({ runs: 2 })
    expect(await readFile(join(folder, 'catalog.json'), 'utf8')).not.toContain('secret')
  })

test('the environment comes before the setting, and the screen is told so', async () => {
  vi.stubEnv('TAGTRAIL_BROWSER', '/nowhere/of-the-environment')
  const { client } = await openApp()
  await client.settings.change({ browserPath: '/nowhere/of-the-setting' })
  expect(await client.settings.browser()).toMatchObject({
    overruledBy: 'TAGTRAIL_BROWSER',
    message: expect.stringContaining('of-the-environment'),
  })
})

test('without such a variable the setting counts', async () => {
  vi.stubEnv('TAGTRAIL_BROWSER', '')
  vi.stubEnv('CHROME_PATH', '')
  const { client } = await openApp()
  await client.settings.change({ browserPath: '/nowhere/of-the-setting' })
  expect(await client.settings.browser()).toMatchObject({
    overruledBy: null,
    message: expect.stringContaining('of-the-setting'),
  })
})
