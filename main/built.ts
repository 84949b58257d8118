import { spawnSync } from 'node:child_process'
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Builds main, preload and renderer unless what is there is newer than every source of it; `false` when that failed. */
export function builtNow(): boolean {
  return isFresh() || build()
}

const root = fileURLToPath(new URL('..', import.meta.url))

function isFresh(): boolean {
  const built = ['out/main/index.js', 'out/preload/preload.cjs', 'out/renderer/index.html'].map(changedAt)
  const oldest = Math.min(...built)
  return [...sources()].every((path) => changedAt(path) < oldest)
}

/** By plain listing, which costs a third of matching patterns: every start waits for it. */
function* sources(): Generator<string> {
  yield* ['vite.config.ts', 'package-lock.json']
  for (const folder of ['main', 'renderer', 'scanner'])
    for (const name of readdirSync(join(root, folder), { recursive: true })) yield join(folder, String(name))
}

function changedAt(path: string): number {
  return statSync(join(root, path), { throwIfNoEntry: false })?.mtimeMs ?? 0
}

function build(): boolean {
  process.stderr.write('Building ...\n')
  return (
    spawnSync('npm', ['run', '-s', 'build'], {
      cwd: root,
      stdio: ['ignore', 2, 2],
      shell: process.platform === 'win32',
    }).status === 0
  )
}
