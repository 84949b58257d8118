import { fork, type Serializable } from 'node:child_process'
import { EventEmitter } from 'node:events'
import type { MessagePort } from 'node:worker_threads'
// oxlint-disable-next-line eslint/no-restricted-imports -- its types alone: what we stand in for
import type { BrowserWindowConstructorOptions, ForkOptions, Session, WindowOpenHandlerResponse } from 'electron'

/**
 * As much of Electron as main/index.ts touches, typed against Electron's own declarations where it matters. It proves our
 * code against what we believe of Electron, and nothing about Electron.
 */
export class StandInContents extends EventEmitter {
  readonly mainFrame = { origin: 'app://ui' }
  openHandler: (details: { url: string }) => WindowOpenHandlerResponse = () => ({ action: 'allow' })
  setWindowOpenHandler(handler: typeof this.openHandler): void {
    this.openHandler = handler
  }
}

export const windows: StandInWindow[] = []

export class StandInWindow extends EventEmitter {
  readonly webContents = new StandInContents()
  readonly options: BrowserWindowConstructorOptions
  url = ''
  constructor(options: BrowserWindowConstructorOptions) {
    super()
    this.options = options
    windows.push(this)
    app.emit('web-contents-created', {}, this.webContents)
  }
  setMenuBarVisibility(): void {}
  getNormalBounds = (): { width: number; height: number } => ({ width: 1111, height: 777 })
  /** What was done to bring it before the user. */
  readonly raised: string[] = []
  isMinimized = (): boolean => true
  restore(): void {
    this.raised.push('restored')
  }
  show(): void {
    this.raised.push('shown')
  }
  loadURL(url: string): Promise<void> {
    this.url = url
    return Promise.resolve()
  }
}

class StandInApp extends EventEmitter {
  requestSingleInstanceLock = (): boolean => true
  whenReady = (): Promise<void> => Promise.resolve()
  quit(): void {
    this.emit('before-quit', { preventDefault: () => undefined })
  }
  exit(): void {}
}

export const app = new StandInApp()
export const BrowserWindow = StandInWindow
export const ipcMain = new EventEmitter()

export const schemes: unknown[] = []
export let answer: (request: { url: string }) => Promise<Response> = () =>
  Promise.reject(new Error('nobody handles it'))
export const protocol = {
  registerSchemesAsPrivileged: (given: unknown[]) => void schemes.push(...given),
  handle: (scheme: string, handler: typeof answer) => {
    if (scheme === 'app') answer = handler
  },
}

type RequestHandler = NonNullable<Parameters<Session['setPermissionRequestHandler']>[0]>
type CheckHandler = NonNullable<Parameters<Session['setPermissionCheckHandler']>[0]>
/** Everything that a page is not told to be free to do is asked of these. */
export const permissions: { request: RequestHandler | null; check: CheckHandler | null } = {
  request: null,
  check: null,
}
class StandInSession extends EventEmitter {
  setPermissionRequestHandler(handler: RequestHandler): void {
    permissions.request = handler
  }
  setPermissionCheckHandler(handler: CheckHandler): void {
    permissions.check = handler
  }
}
export const session = { defaultSession: new StandInSession() }

/** What the user was told in boxes. */
export const complaints: string[] = []

/** What the user was asked, what the answer will be, and what was opened. */
export const outside = { asked: [] as string[], response: 0, opened: [] as string[] }
export const dialog = {
  showMessageBox: ({ detail }: { detail: string }) => {
    outside.asked.push(detail)
    return Promise.resolve({ response: outside.response })
  },
  showErrorBox: (title: string, text: string) => void complaints.push(`${title}: ${text}`),
}
export const shell = {
  openExternal: (url: string) => {
    outside.opened.push(url)
    return Promise.resolve()
  },
}
/** A process of Node in the place of one of Electron's: the same file, told and heard in the same words. */
export const utilityProcess = {
  fork(file: string, words: string[], { env, execArgv }: ForkOptions) {
    const child = fork(file, words, {
      env: { ...env },
      execArgv: execArgv ?? [],
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
      serialization: 'advanced',
    })
    const postMessage = (message: Serializable): void => void child.send(message, () => undefined)
    return Object.assign(child, { postMessage })
  },
}

/** A port as Electron's main process has it: `on('message', ({ data }) => ...)`. */
export function mainPort(port: MessagePort) {
  return {
    on: (event: string, listener: (given?: { data: unknown }) => void) =>
      void port.on(event, (data: unknown) => listener(event === 'message' ? { data } : undefined)),
    postMessage: (data: unknown) => port.postMessage(data),
    start: () => port.start(),
  }
}
