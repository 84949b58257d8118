#!/usr/bin/env node
import { fileURLToPath } from 'node:url'
import { ScanError } from '../scanner/errors.ts'
import { exitCodes } from './exit-codes.ts'
import { failureOf, isDebug } from './failure.ts'
import { processHost } from './host.ts'
import { run } from './program.ts'

/** npm hands a Ctrl-C on to a child that the terminal has told already: two signals, one key. */
const SAME_KEYPRESS_MS = 300

/** The oldest that the libraries in here promise to run on; on 20 a page that cannot be opened ends the process. */
const OLDEST_NODE = 22

/** The command line's own process: where it stands, how it is interrupted, and that it ends. */
refuseOldNode()
leaveNpmFolder()
surviveClosedPipes()
tellFaults()
const stop = interruption()
await run(process.argv.slice(2), processHost(stop))
// A download that was interrupted would keep the process alive; what had to be said is out by now.
if (stop.aborted) process.stdout.write('', () => process.exit())

/** The packed command runs on whatever Node is there; a checkout brings its own. */
function refuseOldNode(): void {
  if (Number.parseInt(process.versions.node, 10) >= OLDEST_NODE) return
  process.stderr.write(`error: tagtrail needs Node ${OLDEST_NODE} or later; this is ${process.version}\n`)
  process.exit(exitCodes.notMade)
}

/** `npm run` starts us at the top of the checkout; paths are meant from where the user stands. */
function leaveNpmFolder(): void {
  const { npm_package_json: startedBy, INIT_CWD: from } = process.env
  const isOurs = startedBy === fileURLToPath(new URL('../package.json', import.meta.url))
  if (isOurs && from !== undefined) process.chdir(from)
}

/** `tagtrail ... | head` has read enough of the answer. Progress that nobody reads any more stops no scan. */
function surviveClosedPipes(): void {
  const isGone = ({ code }: NodeJS.ErrnoException): boolean => code === 'EPIPE' || code === 'EIO'
  process.stdout.on('error', (error) => {
    if (isGone(error)) process.exit()
    throw error
  })
  process.stderr.on('error', (error) => {
    if (!isGone(error)) throw error
  })
}

/** What nobody caught; Node's own way of telling would end with 1, which means findings. */
function tellFaults(): void {
  process.on('uncaughtException', (error) => {
    const { text, exitCode } = failureOf(error, isDebug(process.env))
    process.stderr.write(text)
    process.exit(exitCode)
  })
}

/** The first Ctrl-C asks for an orderly end, the second one ends at once; the browser goes down with us either way. */
function interruption(): AbortSignal {
  const controller = new AbortController()
  let firstAt = 0
  const onSignal = (): void => {
    if (!controller.signal.aborted) {
      firstAt = performance.now()
      controller.abort(new ScanError('cancelled', 'the scan was cancelled'))
    } else if (performance.now() - firstAt > SAME_KEYPRESS_MS) process.exit(exitCodes.notMade)
  }
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, onSignal)
  return controller.signal
}
