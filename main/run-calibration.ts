import { mkdtemp, rm } from 'node:fs/promises'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  calibrate,
  CALIBRATION_PARTS,
  type CalibrationPart,
  type CalibrationProgress,
  type CalibrationResult,
} from '../scanner/calibrate.ts'
import { writeCalibration } from '../scanner/store/calibration.ts'
import { dataFolder } from '../scanner/store/data-folder.ts'
import { chosenBrowser } from './chosen-browser.ts'
import type { Host } from './host.ts'
import { knowledgeOf } from './knowledge-of.ts'
import { version } from './version.ts'

export interface RunCalibrationOptions {
  /** One part of it; `null` is all of them. */
  readonly only: CalibrationPart | null
  /** Names of sites, `*` for anything; `null` is all of them. Only a whole calibration is kept. */
  readonly sites: string | null
  /** As `--browser` names it. */
  readonly browser?: string | undefined
  readonly onProgress: (progress: CalibrationProgress) => void
}

/** Measures the instrument against the lab with this machine's browser, and keeps what a whole measurement said. */
export async function runCalibration(
  host: Host,
  { only, sites, ...options }: RunCalibrationOptions,
): Promise<CalibrationResult> {
  const browser = await chosenBrowser(host, options.browser)
  const folder = await mkdtemp(join(tmpdir(), 'tagtrail-calibration-'))
  try {
    const result = await calibrate({
      parts: only !== null ? [only] : sites !== null ? ['banners', 'findings'] : CALIBRATION_PARTS,
      sites: matching(sites ?? '*'),
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
    if (only === null && sites === null) await writeCalibration(dataFolder(), result.calibration)
    return result
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

function matching(pattern: string): RegExp {
  const parts = pattern.split('*').map((part) => part.replaceAll(/[^\w-]/g, String.raw`\$&`))
  return new RegExp(`^${parts.join('.*')}$`)
}
