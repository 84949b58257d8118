import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as z from 'zod'
import { codeOf, writeError } from './write-error.ts'

/** The one program that works in a data folder now. */
export interface Holder {
  readonly pid: number
  /** When the process began, as its system tells it; `null` where it does not. A pid alone comes back after a while. */
  readonly birth: string | null
  /** Where its window can be opened, for whoever comes second; `null` while it is not known. */
  readonly address: string | null
}

export type Lock =
  | { readonly is: 'held'; note(address: string): Promise<void>; release(): Promise<void> }
  | { readonly is: 'taken'; readonly by: Holder }

/** Takes the folder for this process, or says who has it. What a killed process left behind counts for nothing. */
export async function lockFolder(folder: string): Promise<Lock> {
  const path = join(folder, 'app.lock')
  const self: Holder = { pid: process.pid, birth: await birthOf(process.pid), address: null }
  const beside = `${path}.${process.pid}.part`
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    for (;;) {
      // The address in it lets its reader in.
      await writeFile(beside, JSON.stringify(self), { mode: 0o600 })
      // A link is made whole or not at all, and by one only.
      const isOurs = await link(beside, path).then(
        () => true,
        (cause: unknown) => {
          if (codeOf(cause) === 'EEXIST') return false
          throw cause
        },
      )
      if (isOurs) return held(path, self)
      const by = await holderOf(path)
      if (by !== null && (await isAlive(by))) return { is: 'taken', by }
      await rm(path, { force: true })
    }
  } catch (cause) {
    throw writeError(path, cause)
  } finally {
    // Where it could not be written it cannot be removed; what matters was said.
    await rm(beside, { force: true }).catch(() => undefined)
  }
}

function held(path: string, self: Holder): Lock {
  return {
    is: 'held',
    note: (address) => writeFile(path, JSON.stringify({ ...self, address }), { mode: 0o600 }),
    release: () => rm(path, { force: true }),
  }
}

const holder = z.object({ pid: z.int(), birth: z.string().nullable(), address: z.string().nullable() })

async function holderOf(path: string): Promise<Holder | null> {
  const text = await readFile(path, 'utf8').catch(() => '')
  try {
    return holder.parse(JSON.parse(text))
  } catch {
    return null
  }
}

async function isAlive({ pid, birth }: Holder): Promise<boolean> {
  // One that was given our number before us, as in a container that is started again.
  if (pid === process.pid && birth !== (await birthOf(pid))) return false
  try {
    process.kill(pid, 0)
  } catch (cause) {
    if (codeOf(cause) === 'ESRCH') return false
  }
  return birth === null || birth === (await birthOf(pid))
}

/** In ticks since the machine was started. The command's name stands in parentheses and may hold anything. */
async function birthOf(pid: number): Promise<string | null> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => null)
  const [state, ...rest] = stat?.slice(stat.lastIndexOf(')') + 2).split(' ') ?? []
  // Dead, and not yet told to its parent.
  return state === 'Z' ? 'dead' : (rest[18] ?? null)
}
