import { randomBytes } from 'node:crypto'
import { provideBrowser } from '../../scanner/browser/provide.ts'
import { labPlan } from '../../scanner/lab/plan.ts'
import { startLab } from '../../scanner/lab/server.ts'
import { parsePlan } from '../../scanner/plan.ts'
import { gather } from '../../scanner/scan.ts'

/** Run as a process of its own: scans the lab into the bundle named on the command line, a line for each event. */
const lab = await startLab()
const stop = new AbortController()
process.once('SIGTERM', () => stop.abort())
try {
  await gather(parsePlan(labPlan(lab, { limits: { settleMs: 150, stepTimeoutMs: 15_000 } })), {
    out: process.argv[2] ?? '',
    overwrite: false,
    browser: await provideBrowser(),
    toolVersion: 'test',
    knowledgeVersion: 'test',
    clock: { now: () => new Date(), monotonic: () => performance.now() },
    randomHex: (bytes) => randomBytes(bytes).toString('hex'),
    signal: stop.signal,
    concurrency: 3,
    onEvent: ({ type }) => void process.stdout.write(`${type}\n`),
  })
} catch (reason) {
  process.stdout.write(`${String(reason)}\n`)
}
process.stdout.write('over\n')
await lab.close()
// As the command line does: a navigation that was called off leaves a timer of the library's behind.
if (stop.signal.aborted) process.stdout.write('', () => process.exit())
