import { spawnSync } from 'node:child_process'
import { globSync, statSync } from 'node:fs'

/** Builds the window when it was never built, or when a source of it is newer than what was built. */
export function builtRenderer(): void {
  const built = changedAt('out/renderer/index.html')
  const sources = ['vite.config.ts', 'package-lock.json', ...globSync('renderer/**/*.*')]
  if (sources.every((path) => changedAt(path) < built)) return
  const { status } = spawnSync('npm', ['run', '-s', 'build:renderer'], { stdio: ['ignore', 'inherit', 'inherit'] })
  if (status !== 0) throw new Error('the window could not be built')
}

function changedAt(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0
}
