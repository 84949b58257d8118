import { MessageChannel } from 'node:worker_threads'
// oxlint-disable-next-line eslint/no-restricted-imports -- a type alone
import type { WebContents } from 'electron'
import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/message-port'
import { afterAll, beforeAll, expect, onTestFinished, test, vi } from 'vitest'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Client } from '../../main/contract.ts'
import { packBundle } from '../../scanner/store/archive.ts'
import { sealedBundle } from '../scanner/store/sealed-bundle.ts'
import * as electron from './electron/stand-in.ts'

vi.mock('electron', () => import('./electron/stand-in.ts'))

/** Processes are started meanwhile. */
const IN_TIME = { timeout: 20_000 }
let folder = ''
const { outside, permissions, windows } = electron
const first = (): electron.StandInWindow => {
  const [window] = windows
  if (!window) throw new Error('no window was opened')
  return window
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tagtrail-electron-'))
  vi.stubEnv('TAGTRAIL_DATA', folder)
  await import('../../main/index.ts')
  await vi.waitUntil(() => windows.length > 0, IN_TIME)
})

afterAll(async () => {
  electron.app.quit()
  await rm(folder, { recursive: true, force: true })
})

test('the window is sandboxed, and shows our own scheme', () => {
  expect(first().options.webPreferences).toMatchObject({
    contextIsolation: true,
    sandbox: true,
    nodeIntegration: false,
    webSecurity: true,
    webviewTag: false,
    preload: expect.stringMatching(/preload\.cjs$/),
  })
  expect(first().url).toBe('app://ui/')
  expect(electron.schemes).toEqual([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ])
})

test('the scheme answers for our own name and folder alone', async () => {
  for (const url of ['app://ui/../package.json', 'app://ui/%2e%2e/package.json', 'app://other/', 'app://ui/preview/x'])
    expect([url, (await electron.answer({ url })).status]).toEqual([url, 404])
})

test('no page is left, and none is opened', () => {
  const { webContents } = first()
  const refused = (event: string, url: string): boolean => {
    let isRefused = false
    webContents.emit(event, { url, preventDefault: () => (isRefused = true) })
    return isRefused
  }
  expect(refused('will-navigate', 'https://evil.example/')).toBe(true)
  expect(refused('will-navigate', 'app://ui/elsewhere')).toBe(true)
  expect(refused('will-frame-navigate', 'https://evil.example/')).toBe(true)
  expect(refused('will-frame-navigate', `app://ui/preview/${'a'.repeat(32)}`)).toBe(false)
  expect(refused('will-attach-webview', '')).toBe(true)
})

for (const [permission, url, isMainFrame, isGranted] of [
  ['clipboard-sanitized-write', 'app://ui/', true, true],
  ['clipboard-sanitized-write', 'app://ui/preview/1', false, false],
  ['clipboard-sanitized-write', 'app://ui.evil.example/', true, false],
  ['clipboard-sanitized-write', 'https://evil.example/', true, false],
  ['clipboard-read', 'app://ui/', true, false],
  ['geolocation', 'app://ui/', true, false],
] as const)
  test(`${permission} is ${isGranted ? 'permitted' : 'refused'} to ${url}${isMainFrame ? '' : ' in a frame'}`, () => {
    const answers: boolean[] = []
    const contents = {} as WebContents
    permissions.request?.(contents, permission, (is) => answers.push(is), { requestingUrl: url, isMainFrame })
    if (isMainFrame) answers.push(permissions.check?.(contents, permission, url, { isMainFrame }) ?? true)
    expect(new Set(answers)).toEqual(new Set([isGranted]))
  })

test('nothing is downloaded but what our own page made', () => {
  const refused = (url: string): boolean => {
    let isRefused = false
    const event = { preventDefault: () => (isRefused = true) }
    electron.session.defaultSession.emit('will-download', event, { getURL: () => url })
    return isRefused
  }
  expect(['blob:app://ui/1a2b', 'https://evil.example/x.exe', 'blob:https://evil.example/1'].map(refused)).toEqual([
    false,
    true,
    true,
  ])
})

test('a link goes to the browser only when it is https and the user says so', async () => {
  const { openHandler } = first().webContents
  for (const [url, response] of [
    ['javascript:alert(1)', 1],
    ['file:///etc/passwd', 1],
    ['http://plain.example/', 1],
    ['https://refused.example/', 0],
    ['https://wanted.example/', 1],
  ] as const) {
    outside.response = response
    expect(openHandler({ url })).toEqual({ action: 'deny' })
  }
  await vi.waitUntil(() => outside.opened.length > 0)
  expect(outside.asked).toEqual(['https://refused.example/', 'https://wanted.example/'])
  expect(outside.opened).toEqual(['https://wanted.example/'])
})

test('a scan that is opened by the system or by a second start is imported and shown; what is none is told', async () => {
  const { dir } = await sealedBundle()
  const file = join(folder, 'lumen.tagtrail')
  const chunks: Uint8Array[] = []
  for await (const chunk of packBundle(dir)) chunks.push(chunk)
  await writeFile(file, chunks)
  let isPrevented = false
  electron.app.emit('open-file', { preventDefault: () => (isPrevented = true) }, file)
  await vi.waitUntil(() => first().url.includes('#/scans/'), IN_TIME)
  expect(isPrevented).toBe(true)
  const shown = first().url
  expect(shown).toMatch(/^app:\/\/ui\/#\/scans\/[0-9a-f]+\/matrix$/)
  electron.app.emit('second-instance', {}, ['tagtrail', '--flag.tagtrail', 'lumen.tagtrail'], folder)
  await vi.waitUntil(() => first().url !== shown, IN_TIME)
  expect(first().raised).toEqual(['restored', 'shown'])
  await writeFile(join(folder, 'none.tagtrail'), 'no scan')
  electron.app.emit('second-instance', {}, ['none.tagtrail'], folder)
  await vi.waitUntil(() => electron.complaints.length > 0, IN_TIME)
  expect(electron.complaints).toEqual([
    expect.stringMatching(/none\.tagtrail[^]*was not imported[^]*Nothing was written/),
  ])
})

test('the service answers our own frame, and no other', async () => {
  const { webContents } = first()
  const answered: string[] = []
  const ask = async (senderFrame: { readonly origin: string }, sender: object = webContents): Promise<void> => {
    const { port1, port2 } = new MessageChannel()
    onTestFinished(() => port1.close())
    electron.ipcMain.emit('tagtrail-port', { ports: [electron.mainPort(port2)], sender, senderFrame })
    const client: Client = createORPCClient(new RPCLink({ port: port1 }))
    const { host, dataFolder } = await client.app.info()
    expect({ host, dataFolder }).toEqual({ host: 'electron', dataFolder: folder })
    answered.push(senderFrame.origin)
  }
  // Refused ones get no answer at all: they are asked first, and ours is answered.
  void ask({ origin: 'app://ui' }).catch(() => undefined)
  void ask({ origin: 'https://evil.example' }).catch(() => undefined)
  void ask(webContents.mainFrame, new electron.StandInContents()).catch(() => undefined)
  await ask(webContents.mainFrame)
  expect(answered).toEqual(['app://ui'])
})

test('the next window is as large as this one was', async () => {
  expect(first().options).toMatchObject({ width: 1360, height: 900 })
  first().emit('close')
  const path = join(folder, 'window.json')
  await vi.waitUntil(async () => (await readFile(path, 'utf8').catch(() => '')).includes('"width":1111,"height":777'))
})
