import { execFile } from 'node:child_process'
import { readFileSync, readdirSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** What a program says of itself when asked for its version, and whether that is a browser we can drive. */
export interface Answer {
  readonly version: string | null
  /** Its words, for the message when it is none. */
  readonly said: string
}

/** Asks a program with `--version`. On Windows a browser would open a window instead of answering, so there the folder
 *  of that name beside it tells. An answer is kept as long as the file stays the same: asking costs up to a second. */
export async function readVersion(path: string, { env = {}, cache }: Asking = {}): Promise<Answer> {
  if (process.platform === 'win32') return { version: versionBeside(namesBeside(path)), said: '' }
  const memory = cache === undefined ? null : join(cache, 'versions.json')
  const key = JSON.stringify([path, stampOf(path), env])
  const known = remembered(memory)[key]
  if (known !== undefined) return { version: known, said: '' }
  const answer = await ask(path, env)
  if (answer.version !== null) remember(memory, key, answer.version)
  return answer
}

export interface Asking {
  /** Added to our own environment. */
  readonly env?: Readonly<Record<string, string>>
  /** Folder where answers are kept; without one the program is asked each time. */
  readonly cache?: string
}

/** `Chromium 156.0.8078.79 built on Debian` -> `156.0.8078.79`; null for other programs, ChromeDriver among them. */
export function browserVersion(said: string): string | null {
  return /\b(?:Chrome|Chromium|HeadlessChrome|Edge|Brave|Vivaldi|Opera)\b\D*(\d+(?:\.\d+){2,3})/.exec(said)?.[1] ?? null
}

/** Chrome's installers put each version in a folder of that name; a Chrome for Testing has `<version>.manifest`. */
export function versionBeside(names: readonly string[]): string | null {
  const versions = names.flatMap((name) => /^(\d+(?:\.\d+){3})(?:\.manifest)?$/.exec(name)?.[1] ?? [])
  return versions.toSorted((a, b) => a.localeCompare(b, 'en', { numeric: true })).at(-1) ?? null
}

function namesBeside(path: string): readonly string[] {
  try {
    return statSync(path).isFile() ? readdirSync(dirname(path)) : []
  } catch {
    return []
  }
}

function ask(path: string, env: Readonly<Record<string, string>>): Promise<Answer> {
  return new Promise((done) => {
    const options = { env: { ...process.env, ...env }, timeout: 20_000, killSignal: 'SIGKILL' } as const
    const child = execFile(path, ['--version'], options, (error, stdout, stderr) => {
      const lines = [...stderr.trim().split('\n').slice(-1), ...stdout.split('\n'), error?.message ?? '']
      done({ version: error ? null : browserVersion(stdout), said: lines.find((line) => line !== '') ?? 'nothing' })
    })
    child.stdin?.end()
  })
}

function stampOf(path: string): string {
  const file = statSync(path, { throwIfNoEntry: false })
  return file ? `${file.size} ${file.mtimeMs}` : 'none'
}

/** Only spares time: whatever is wrong with the file, the browser is asked again. */
function remembered(memory: string | null): Readonly<Record<string, string>> {
  if (memory === null) return {}
  try {
    const entries: [string, unknown][] = Object.entries(JSON.parse(readFileSync(memory, 'utf8')))
    return Object.fromEntries(entries.map(([key, version]) => [key, String(version)]))
  } catch {
    return {}
  }
}

function remember(memory: string | null, key: string, version: string): void {
  if (memory === null) return
  try {
    const entries = Object.entries({ ...remembered(memory), [key]: version }).slice(-20)
    const beside = `${memory}.${process.pid}`
    writeFileSync(beside, JSON.stringify(Object.fromEntries(entries)))
    renameSync(beside, memory)
  } catch {
    // A full disk or a read-only home: the next start asks again.
  }
}
