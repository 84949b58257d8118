import { inspect } from 'node:util'
import { PassThrough } from 'node:stream'
import type { CalibrationProgress } from '../scanner/calibrate.ts'
import { ScanError } from '../scanner/errors.ts'
import type { Plan, ScanEvent } from '../scanner/model.ts'
import { wordingOf } from '../scanner/said.ts'
import type { Host } from './host.ts'
import { processHost } from './host.ts'
import { knowledgeOf } from './knowledge-of.ts'
import { runScan } from './run-scan.ts'
import { openChannel } from './scan-child/channel.ts'
import { followLog, type LogFollower } from './scan-child/follow-log.ts'
import type { FromChild, Job, ScanJob, ToChild } from './scan-child/messages.ts'

/** A scan's own process: makes one scan, or one calibration, and ends. It may crash without anything else going down with it. */
const channel = openChannel<ToChild, FromChild>()
const stopping = new AbortController()
const stop = (): void => stopping.abort(new ScanError('cancelled', 'the scan was cancelled'))

// Ctrl-C reaches every process of a terminal; that this one ends, and seals what it saw, is the program's to say.
process.on('SIGINT', () => undefined)
channel.onClosed(() => {
  // The program is gone: what was seen is sealed, and nobody waits for more.
  stop()
  setTimeout(() => process.exit(1), ORPHAN_GRACE_MS).unref()
})
channel.listen((message) => {
  if (message.type === 'stop') stop()
  else void make(message.job)
})
channel.send({ type: 'ready' })

async function make(job: Job): Promise<void> {
  const work = job.kind === 'scan' ? scanned(job) : calibrated(job.site)
  await channel.sendLast(await work.catch(failureOf))
  // The browser may have left handles behind.
  process.exit(0)
}

async function scanned(job: ScanJob): Promise<FromChild> {
  const demo = job.plan === null ? await openDemo() : null
  try {
    const plan = job.plan ?? demo?.plan
    if (!plan) throw new Error('there is neither a plan nor a demo')
    channel.send({ type: 'plan', plan })
    const log = followLog(job.out, plan, await knowledgeOf(plan.knowledge))
    const reading = readAgainAndAgain(log)
    try {
      const onEvent = (event: ScanEvent): void => channel.send({ type: 'event', event })
      const timestamp = job.timestampUrl ?? undefined
      const wishes = { out: job.out, overwrite: false, isForProgram: true, timestamp, onEvent }
      const result = await runScan(hostHere(), plan, wishes)
      const { headline, wordings, states } = result.assessment
      const headlineWording = wordingOf(headline, wordings)
      return {
        type: 'done',
        headline,
        headlineWording,
        states: states.map(({ state, verdict }) => ({ state, verdict })),
      }
    } finally {
      await reading.end()
    }
  } finally {
    await demo?.close()
  }
}

async function calibrated(site: string | null): Promise<FromChild> {
  const { runCalibration } = await import('./run-calibration.ts')
  const onProgress = (progress: CalibrationProgress): void => channel.send({ type: 'calibrating', progress })
  return { type: 'calibrated', result: await runCalibration(hostHere(), { only: null, sites: site, onProgress }) }
}

/** The lab lives as long as the scan of it. */
async function openDemo(): Promise<{ readonly plan: Plan; close(): Promise<void> }> {
  const [{ startLab }, { labPlan }, { parsePlan }] = await Promise.all([
    import('../scanner/lab/server.ts'),
    import('../scanner/lab/plan.ts'),
    import('../scanner/plan.ts'),
  ])
  const lab = await startLab()
  return { plan: parsePlan(labPlan(lab)), close: () => lab.close() }
}

function readAgainAndAgain(log: LogFollower): { end(): Promise<void> } {
  let turn = Promise.resolve()
  const read = (): void => {
    turn = turn.then(async () => channel.send({ type: 'seen', seen: await log.read() }))
  }
  const timer = setInterval(read, READ_EVERY_MS)
  return {
    async end() {
      clearInterval(timer)
      read()
      await turn
    },
  }
}

/** What the commands say on a terminal goes to the program's log. */
function hostHere(): Host {
  const screen = new PassThrough()
  screen.on('data', (chunk: Buffer) => channel.send({ type: 'note', text: chunk.toString().trimEnd() }))
  return { ...processHost(stopping.signal), stdout: screen, stderr: screen, end: () => undefined }
}

function failureOf(reason: unknown): FromChild {
  const stack = inspect(reason)
  if (reason instanceof ScanError) return { type: 'failed', code: reason.code, message: reason.message, stack }
  return { type: 'failed', code: 'fault', message: reason instanceof Error ? reason.message : String(reason), stack }
}

const READ_EVERY_MS = 400
const ORPHAN_GRACE_MS = 10_000
