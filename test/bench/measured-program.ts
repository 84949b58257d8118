import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The application, started as a user starts it, with its data in a folder of its own. */
export interface MeasuredProgram {
  /** Printed once it listens; rejects when it ends before. */
  readonly address: Promise<string>
  /** How long its loop stood still at most since the last time this was asked. */
  worstDelayMs(): Promise<number>
  end(): Promise<void>
}

const ADDRESS_MS = 60_000

/** By `npm start`, with all that npm and the script do before. */
export function startByNpm(dataFolder: string): MeasuredProgram {
  return start('npm', ['start', '-s', '--', '--no-open'], dataFolder)
}

/** The built program alone, which tells how long its loop stands still. */
export function startBuilt(dataFolder: string): MeasuredProgram {
  const probe = new URL('loop-delay.ts', import.meta.url).href
  return start(process.execPath, ['--import', probe, 'out/main/cli.js', 'serve', '--no-open'], dataFolder)
}

function start(program: string, args: readonly string[], dataFolder: string): MeasuredProgram {
  // A window would begin where the one before was left.
  rmSync(join(dataFolder, 'window.json'), { force: true })
  // A group of its own, so that npm and all it has started can be ended together.
  const child = spawn(program, args, {
    cwd: fileURLToPath(new URL('../..', import.meta.url)),
    env: { ...process.env, TAGTRAIL_DATA: dataFolder },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    detached: true,
  })
  const address = addressOf(child)
  address.catch(() => undefined)
  return {
    address,
    async worstDelayMs() {
      const told = once(child, 'message', { signal: AbortSignal.timeout(ADDRESS_MS) })
      child.send('tell')
      const [{ worstMs }] = (await told) as [{ worstMs: number }]
      return worstMs
    },
    async end() {
      if (child.exitCode !== null || child.signalCode !== null) return
      const gone = once(child, 'close', { signal: AbortSignal.timeout(ADDRESS_MS) })
      process.kill(-(child.pid ?? NaN), 'SIGTERM')
      await gone
    },
  }
}

/** Goes on reading afterwards: a program whose output nobody takes ends. */
function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((found, failed) => {
    let said = ''
    const fail = (why: string): void => failed(new Error(`the application ${why}; it said: ${said || 'nothing'}`))
    const timer = setTimeout(() => fail(`told no address within ${ADDRESS_MS / 1000} s`), ADDRESS_MS)
    const listen = (chunk: Buffer): void => {
      said += chunk.toString()
      const [address] = /http:\S+#token=\w+/.exec(said) ?? []
      if (address === undefined) return
      clearTimeout(timer)
      found(address)
    }
    child.stdout?.on('data', listen)
    child.stderr?.on('data', listen)
    child.on('error', (cause) => fail(`could not be started (${cause.message})`))
    child.on('close', () => fail('ended before it told its address'))
  })
}
