import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as z from 'zod'
import { disk } from './disk.ts'

const windowState = z.object({
  /** Address of the screen that was looked at last, as it stands behind the `#`. */
  place: z.string().max(4000).startsWith('/').catch('/'),
  size: z
    .object({ width: z.int().min(400).max(20_000), height: z.int().min(300).max(20_000) })
    .nullable()
    .catch(null),
})

export type WindowState = z.infer<typeof windowState>

/** Where the window was left. */
export interface WindowStates {
  get(): Promise<WindowState>
  keep(change: Partial<WindowState>): Promise<void>
}

/** Convenience and no more: a file that cannot be read or written costs the place, and nobody is told. */
export function openWindowState(folder: string): WindowStates {
  const path = join(folder, 'window.json')
  let turn: Promise<WindowState> = read(path)
  return {
    get: () => turn,
    async keep(change) {
      turn = turn.then(async (before) => {
        const after = { ...before, ...change }
        await disk.replace(path, `${JSON.stringify(after)}\n`).catch(() => undefined)
        return after
      })
      await turn
    },
  }
}

async function read(path: string): Promise<WindowState> {
  const text = await readFile(path, 'utf8').catch(() => '')
  try {
    return windowState.parse(JSON.parse(text))
  } catch {
    return { place: '/', size: null }
  }
}
