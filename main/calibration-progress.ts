import { createLogUpdate } from 'log-update'
import type { CalibrationProgress } from '../scanner/calibrate.ts'
import { visible } from '../scanner/reports/foreign-text.ts'
import type { Host } from './host.ts'

export interface ShownProgress {
  onProgress(progress: CalibrationProgress): void
  /** Takes what is live off the terminal. */
  end(): void
}

/** How far a calibration is, on stderr: one line that changes on a terminal, a line for each thing measured elsewhere. */
export function showCalibration({ stderr, env }: Host, { onlyLive }: { readonly onlyLive: boolean }): ShownProgress {
  const isLive = stderr.isTTY === true && env['TERM'] !== 'dumb'
  if (!isLive) {
    const onProgress = (progress: CalibrationProgress): void => void stderr.write(`${lineOf(progress)}\n`)
    return { onProgress: onlyLive ? () => undefined : onProgress, end: () => undefined }
  }
  const update = createLogUpdate(stderr)
  update('Calibrating')
  return {
    onProgress(progress) {
      if (progress.faults.length > 0) {
        update.clear()
        stderr.write(`${lineOf(progress)}\n`)
      }
      update(`Calibrating · ${progress.done} of ${progress.of} · ${progress.subject}`)
    },
    end() {
      update.clear()
      update.done()
    },
  }
}

function lineOf({ done, of, subject, faults }: CalibrationProgress): string {
  const told = faults.length === 0 ? 'right' : visible(faults.join('; '))
  return `${String(done).padStart(String(of).length)}/${of}  ${subject}: ${told}`
}
