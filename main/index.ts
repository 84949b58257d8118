import { fileURLToPath } from 'node:url'
import { RPCHandler } from '@orpc/server/message-port'
import {
  app,
  BrowserWindow,
  dialog,
  ipcMain,
  protocol,
  session,
  shell,
  utilityProcess,
  type IpcMainEvent,
} from 'electron'
import { dataFolder } from '../scanner/store/data-folder.ts'
import type { WindowStates } from '../scanner/store/window-state.ts'
import { processHost } from './host.ts'
import { openedFiles, scanFilesIn } from './opened-files.ts'
import type { StartChild } from './scan-process.ts'
import { openService, type Service } from './service.ts'
import { keepSize, windowSize } from './window-size.ts'
import { windowPages } from './window-pages.ts'
import { mayAsk, mayFrame, mayOpenOutside, maySave, ORIGIN } from './window-rights.ts'

/** The application in Electron: one window, our own scheme, one port to the service. Everything it may not do is here. */
let window: BrowserWindow | null = null
let size = { width: 0, height: 0 }
const files = openedFiles()

protocol.registerSchemesAsPrivileged([
  { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } },
])
files.add(scanFilesIn(process.argv, process.cwd()))
app.on('open-file', (event, path) => (event.preventDefault(), files.add([path])))
if (app.requestSingleInstanceLock()) void app.whenReady().then(start).catch(fail)
else app.quit()

async function start(): Promise<void> {
  const host = processHost(new AbortController().signal)
  const service = await openService({ dataFolder: dataFolder(), hostKind: 'electron', host, startChild })
  size = await windowSize(service.parts.window)
  const pages = await windowPages((id) => service.parts.previews.get(id), '')
  protocol.handle('app', async ({ url }) => {
    const { host: name, pathname } = new URL(url)
    const { status, headers, body } = await pages(name === 'ui' ? pathname : '/nowhere')
    return new Response(new Uint8Array(body), { status, headers })
  })
  lockDown(service)
  app.on('second-instance', (_event, words, folder) => {
    if (window?.isMinimized()) window.restore()
    window?.show()
    files.add(scanFilesIn(words, folder))
  })
  app.on('window-all-closed', () => app.quit())
  app.on('activate', () => void (window ??= openWindow(service.parts.window)))
  app.once('before-quit', (event) => {
    // Running scans are ended in order first, and what they saw is sealed.
    event.preventDefault()
    void service.close().finally(() => app.quit())
  })
  window = openWindow(service.parts.window)
  const show = (place: string): void =>
    void (window ??= openWindow(service.parts.window)).loadURL(`${ORIGIN}/#${place}`)
  files.showIn({ show, complain: (text) => dialog.showErrorBox('Tagtrail could not open a file', text) }, service)
}

function openWindow(kept: WindowStates): BrowserWindow {
  const opened = new BrowserWindow({
    ...size,
    title: 'Tagtrail',
    webPreferences: {
      preload: fileURLToPath(new URL('../preload/preload.cjs', import.meta.url)),
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
      spellcheck: false,
    },
  })
  opened.setMenuBarVisibility(false)
  keepSize(opened, kept)
  opened.on('closed', () => (window = null))
  void opened.loadURL(`${ORIGIN}/`)
  return opened
}

/**
 * Nothing leaves our own pages: no navigation, no windows, no permission but to copy, no download but of what a page of ours
 * made itself; the port is for our frame alone.
 */
function lockDown(service: Service): void {
  const rpc = new RPCHandler(service.router)
  ipcMain.on('tagtrail-port', (event: IpcMainEvent) => {
    const [port] = event.ports
    if (!port || !isOurs(event)) return
    rpc.upgrade(port)
    port.start()
  })
  const { defaultSession } = session
  defaultSession.setPermissionRequestHandler((_contents, permission, answer, { requestingUrl, isMainFrame }) =>
    answer(isMainFrame && mayAsk(permission, requestingUrl)),
  )
  defaultSession.setPermissionCheckHandler((_contents, permission, origin) => mayAsk(permission, origin))
  defaultSession.on('will-download', (event, item) => void (maySave(item.getURL()) || event.preventDefault()))
  app.on('web-contents-created', (_event, contents) => {
    contents.on('will-navigate', (event) => event.preventDefault())
    contents.on('will-frame-navigate', (event) => void (mayFrame(event.url) || event.preventDefault()))
    contents.on('will-attach-webview', (event) => event.preventDefault())
    contents.setWindowOpenHandler(({ url }) => {
      void openOutside(url)
      return { action: 'deny' }
    })
  })
}

function isOurs({ sender, senderFrame }: IpcMainEvent): boolean {
  return sender === window?.webContents && senderFrame === sender.mainFrame && senderFrame.origin === ORIGIN
}

/** A link to the open web, in the user's own browser, and only after the user has seen where it leads. */
async function openOutside(url: string): Promise<void> {
  if (!mayOpenOutside(url)) return
  const { response } = await dialog.showMessageBox({
    type: 'question',
    message: 'Open this address in your browser?',
    detail: url.slice(0, 2000),
    buttons: ['Cancel', 'Open'],
    defaultId: 0,
    cancelId: 0,
  })
  if (response === 1) await shell.openExternal(url)
}

/** Each scan in a process of its own; Node's own fork is switched off in the packaged program. */
const startChild: StartChild = (file, env) => {
  const child = utilityProcess.fork(file, [], { env: { ...env }, stdio: 'pipe', execArgv: [] })
  return {
    // Known only once it has begun.
    get pid() {
      return child.pid
    },
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a process, no window
    send: (message) => child.postMessage(message),
    onMessage: (listener) => void child.on('message', listener),
    onSaid: (listener) => void child.stderr?.on('data', (chunk: Buffer) => listener(chunk.toString())),
    onEnded: (listener) => void child.once('exit', listener),
    kill: () => void (child.pid === undefined ? child.kill() : process.kill(child.pid, 'SIGKILL')),
  }
}

function fail(reason: unknown): void {
  dialog.showErrorBox('Tagtrail cannot start', reason instanceof Error ? reason.message : String(reason))
  app.exit(1)
}
