import { EventPublisher } from '@orpc/server'
import { ScanError } from '../../scanner/errors.ts'
import type { CalibrationRun } from '../contract.ts'
import type { FromChild } from '../scan-child/messages.ts'
import { startScanProcess, type ScanProcess, type StartChild } from '../scan-process.ts'
import type { ServiceParts } from './parts.ts'

/** The one calibration that is being made, in a process of its own. It belongs to the host: a window may go and come back. */
export interface Calibrations {
  begin(site: string | null): CalibrationRun
  /** As it stands, and again whenever it has changed; ends with it. */
  watch(signal: AbortSignal | undefined): AsyncGenerator<CalibrationRun>
  stop(): CalibrationRun
  close(): Promise<void>
}

type Needs = Pick<ServiceParts, 'dataFolder' | 'env' | 'log' | 'changes'>

const NONE: CalibrationRun = {
  status: 'none',
  done: 0,
  of: 0,
  subject: '',
  faults: [],
  leftOut: [],
  calibration: null,
  failure: null,
}

export function calibrations({ dataFolder, env, log, changes }: Needs, start: StartChild): Calibrations {
  const publisher = new EventPublisher<{ run: CalibrationRun }>()
  let run = NONE
  let process: ScanProcess | null = null

  const becomes = (some: Partial<CalibrationRun>): CalibrationRun => {
    run = { ...run, ...some }
    publisher.publish('run', run)
    return run
  }

  const note = (message: FromChild): void => {
    if (message.type === 'calibrating') {
      const { done, of, subject, faults } = message.progress
      becomes({
        done,
        of,
        subject,
        faults: faults.length > 0 ? [...run.faults, { subject, lines: faults }] : run.faults,
      })
    } else if (message.type === 'calibrated') {
      const { calibration, faults, leftOut } = message.result
      becomes({ calibration, faults, leftOut })
    } else if (message.type === 'failed') {
      log.say(`calibration: ${message.stack}`)
      becomes({ failure: { code: message.code, message: message.message } })
    } else if (message.type === 'note') log.say(`calibration: ${message.text}`)
  }

  const settle = (): void => {
    process = null
    const { calibration, failure } = run
    const silent = {
      code: 'process-ended',
      message: 'The process of the calibration ended without a word; try again.',
    } as const
    if (calibration !== null) becomes({ status: 'complete' })
    else if (failure?.code === 'cancelled') becomes({ status: 'cancelled', failure: null })
    else becomes({ status: 'failed', failure: failure ?? silent })
    changes.tell({ type: 'changed', what: 'settings' })
  }

  return {
    begin(site) {
      if (process !== null)
        throw new ScanError('plan-invalid', 'a calibration is under way already; let it end, or stop it')
      run = { ...NONE, status: 'running' }
      const job = { kind: 'calibration', site } as const
      process = startScanProcess(job, {
        start,
        env: { ...env, TAGTRAIL_DATA: dataFolder },
        onMessage: note,
        onSaid: (text) => log.say(`calibration says: ${text.trimEnd()}`),
      })
      void process.ended.then(settle)
      return run
    },
    async *watch(signal) {
      const events = publisher.subscribe('run', { signal })
      yield run
      if (!isUnderWay(run)) return
      for await (const now of events) {
        yield now
        if (!isUnderWay(now)) return
      }
    },
    stop() {
      if (process === null) return run
      process.stop()
      return becomes({ status: 'stopping' })
    },
    async close() {
      process?.stop()
      await process?.ended
    },
  }
}

function isUnderWay({ status }: CalibrationRun): boolean {
  return status === 'running' || status === 'stopping'
}
