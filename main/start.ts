import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { builtNow } from './built.ts'

/** `npm start`: builds when something has changed since, then opens the application in Electron, or without it in the browser. */
const root = fileURLToPath(new URL('..', import.meta.url))

if (builtNow()) {
  const electron = electronBinary()
  if (electron === null) await serveHere()
  else openIn(electron)
} else process.exitCode = 1

/** In this very process: another one would take its time to start. */
async function serveHere(): Promise<void> {
  process.stderr.write(
    'Electron is not installed here (npx install-electron fetches it): it opens in a browser instead.\n',
  )
  process.argv.splice(2, 0, 'serve')
  await import(pathToFileURL(join(root, 'out/main/cli.js')).href)
}

function openIn(electron: string): void {
  const child = spawn(electron, [root, ...process.argv.slice(2)], { stdio: 'inherit' })
  // The child has the terminal and hears the same keys; it ends in order, and we with it.
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.on(name, () => void (name === 'SIGINT' || child.kill(name)))
  child.on('exit', (code) => (process.exitCode = code ?? 1))
}

/** Its path, when it was fetched; the package alone would fetch it now, and wait for a network that may not be there. */
function electronBinary(): string | null {
  const folder = dirname(createRequire(import.meta.url).resolve('electron/package.json'))
  const name = join(folder, 'path.txt')
  const dist = process.env['ELECTRON_OVERRIDE_DIST_PATH'] ?? join(folder, 'dist')
  const program = existsSync(name) ? join(dist, readFileSync(name, 'utf8')) : null
  return program !== null && existsSync(program) ? program : null
}
