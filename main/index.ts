import { fileURLToPath } from 'node:url'
import { RPCHandler } from '@orpc/server/message-port'
import { app, BrowserWindow, dialog, ipcMain, protocol, session, shell, utilityProcess } from 'electron'
import { dataFolder } from '../scanner/store/data-folder.ts'
import type { WindowStates } from '../scanner/store/window-state.ts'
import { processHost } from './host.ts'
import { openedFiles, scanFilesIn } from './opened-files.ts'
import { openService, type Service } from './service.ts'
import { startUtilityChild } from './utility-child.ts'
import { schemeAnswers, windowPages } from './window-pages.ts'
import { isOurWindow, mayAsk, mayFrame, mayOpenOutside, maySave, ORIGIN, outsideQuestion } from './window-rights.ts'
import { keepSize, windowSize } from './window-size.ts'

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
  const startChild = startUtilityChild((file, words, options) => utilityProcess.fork(file, words, options))
  const service = await openService({ dataFolder: dataFolder(), hostKind: 'electron', host, startChild })
  size = await windowSize(service.parts.window)
  protocol.handle('app', schemeAnswers(await windowPages((id) => service.parts.previews.get(id), '')))
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
  ipcMain.on('tagtrail-port', (event) => {
    const [port] = event.ports
    if (!port || !isOurWindow(event, window?.webContents)) return
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

/** A link to the open web, in the user's own browser, and only after the user has seen where it leads. */
async function openOutside(url: string): Promise<void> {
  if (!mayOpenOutside(url)) return
  const { response } = await dialog.showMessageBox(outsideQuestion(url))
  if (response === 1) await shell.openExternal(url)
}

function fail(reason: unknown): void {
  dialog.showErrorBox('Tagtrail cannot start', reason instanceof Error ? reason.message : String(reason))
  app.exit(1)
}
