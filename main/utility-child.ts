import type { ChildProcess, StartChild } from './scan-process.ts'

/** As much of Electron's utility process as we use. */
export interface UtilityProcess {
  readonly pid?: number | undefined
  readonly stderr: { on(event: 'data', listener: (chunk: Buffer) => void): unknown } | null
  postMessage(message: unknown): void
  on(event: 'message', listener: (message: unknown) => void): unknown
  once(event: 'exit', listener: () => void): unknown
  kill(): unknown
}

export type ForkUtility = (
  file: string,
  words: string[],
  options: { env: Record<string, string | undefined>; stdio: 'pipe'; execArgv: string[] },
) => UtilityProcess

/** Processes of their own in Electron: Node's own fork is switched off in the packaged program. */
export function startUtilityChild(fork: ForkUtility): StartChild {
  return (file, env): ChildProcess => {
    const child = fork(file, [], { env: { ...env }, stdio: 'pipe', execArgv: [] })
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
}
