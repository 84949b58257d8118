import { fork, type Serializable } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { FromChild, Job } from './scan-child/messages.ts'

/** A process as both Electron and Node can start one. */
export interface ChildProcess {
  readonly pid: number | undefined
  send(message: unknown): void
  onMessage(listener: (message: unknown) => void): void
  /** What it wrote to standard error. */
  onSaid(listener: (text: string) => void): void
  /** Each listener is called once, also when it could not be started. */
  onEnded(listener: () => void): void
  kill(): void
}

export type StartChild = (file: string, env: Readonly<Record<string, string | undefined>>) => ChildProcess

export interface ScanProcess {
  /** Asks it to end in order, and ends it for good when it has not after the grace time. */
  stop(): void
  /** Resolves when the process is gone. */
  readonly ended: Promise<void>
}

export interface ScanProcessOptions<Told extends object = FromChild> {
  readonly start: StartChild
  readonly env: Readonly<Record<string, string | undefined>>
  readonly onMessage: (message: Told) => void
  readonly onSaid: (text: string) => void
  readonly graceMs?: number
}

/** One scan in a process of its own: a crash of it, or of its browser, costs this scan and nothing else. */
export function startScanProcess(job: Job, options: ScanProcessOptions): ScanProcess {
  return startProcess('scan-child', job, options)
}

/** One job in a process of its own, which says `ready`, is told to `begin`, perhaps to `stop`, and ends by itself. */
export function startProcess<Told extends object>(
  program: 'scan-child' | 'archive-child',
  job: object,
  options: ScanProcessOptions<Told>,
): ScanProcess {
  const child = options.start(fileOf(program), options.env)
  let timer: NodeJS.Timeout | undefined
  const ended = new Promise<void>((resolve) => {
    child.onEnded(() => {
      clearTimeout(timer)
      resolve()
    })
  })
  child.onSaid(options.onSaid)
  child.onMessage((given) => {
    const message = given as Told | { readonly type: 'ready' }
    if (isReady(message)) child.send({ type: 'begin', job })
    else options.onMessage(message)
  })
  return {
    stop() {
      child.send({ type: 'stop' })
      timer ??= setTimeout(() => child.kill(), options.graceMs ?? GRACE_MS)
    },
    ended,
  }
}

function isReady(message: object): message is { readonly type: 'ready' } {
  return 'type' in message && message.type === 'ready'
}

/** Time to close the browser and seal what was seen. */
const GRACE_MS = 15_000

/** TypeScript in a checkout, beside us as JavaScript when built. */
function fileOf(program: string): string {
  const ending = import.meta.url.endsWith('.ts') ? 'ts' : 'js'
  return fileURLToPath(new URL(`./${program}.${ending}`, import.meta.url))
}

/** Where there is no Electron: Node starts itself once more. */
export const startNodeChild: StartChild = (file, env) => {
  const child = fork(file, { execArgv: [], env, stdio: ['ignore', 'ignore', 'pipe', 'ipc'], serialization: 'advanced' })
  return {
    pid: child.pid,
    send: (message) => {
      // A dying child would answer with EPIPE.
      if (child.connected) child.send(message as Serializable, () => undefined)
    },
    onMessage: (listener) => void child.on('message', (message) => listener(message)),
    onSaid: (listener) => void child.stderr?.setEncoding('utf8').on('data', listener),
    onEnded: (listener) => {
      // Several may wait for it, each to be told once.
      let isTold = false
      const once = (): void => {
        if (!isTold) listener()
        isTold = true
      }
      child.on('exit', once)
      child.on('error', once)
    },
    // Its browser goes down with it: they talk through a pipe.
    kill: () => void child.kill('SIGKILL'),
  }
}
