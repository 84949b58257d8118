import { mkdtemp, rm } from 'node:fs/promises'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { calibrate, CALIBRATION_PARTS, type CalibrationProgress, type CalibrationResult } from '../scanner/calibrate.ts'
import { writeCalibration } from '../scanner/store/calibration.ts'
import { dataFolder } from '../scanner/store/data-folder.ts'
import { chosenBrowser } from './chosen-browser.ts'
import type { Host } from './host.ts'
import { knowledgeOf } from './knowledge-of.ts'
import { version } from './version.ts'

export interface RunCalibrationOptions {
  /** The banner site of this name alone; a whole calibration is `null`, and only that is kept. */
  readonly site: string | null
  readonly onProgress: (progress: CalibrationProgress) => void
}

/** Measures the instrument against the lab with this machine's browser, and keeps what a whole measurement said. */
export async function runCalibration(host: Host, options: RunCalibrationOptions): Promise<CalibrationResult> {
  const browser = await chosenBrowser(host)
  const folder = await mkdtemp(join(tmpdir(), 'tagtrail-calibration-'))
  try {
    const result = await calibrate({
      parts: options.site === null ? CALIBRATION_PARTS : ['banners'],
      sites: options.site === null ? /^/ : new RegExp(`^${options.site}$`),
      // Their pages mostly wait.
      sitesAtOnce: Math.min(8, availableParallelism() + 1),
      folder,
      browser,
      toolVersion: version,
      knowledgeVersion: (await knowledgeOf(null)).version,
      clock: host.clock,
      randomHex: host.randomHex,
      signal: host.signal,
      onProgress: options.onProgress,
    })
    if (options.site === null) await writeCalibration(dataFolder(), result.calibration)
    return result
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
