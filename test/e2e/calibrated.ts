import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { calibrationText } from '../../main/calibration-text.ts'
import { provideBrowser } from '../../scanner/browser/provide.ts'
import { calibrate, type CalibrationPart, type CalibrationResult } from '../../scanner/calibrate.ts'

/** The instrument measured on these sites of the lab alone; prints the figures. */
export async function calibratedOn(part: CalibrationPart, sites: readonly string[]): Promise<CalibrationResult> {
  const folder = await mkdtemp(join(tmpdir(), 'tagtrail-calibrated-'))
  try {
    const result = await calibrate({
      parts: [part],
      sites: new RegExp(`^(${sites.join('|')})$`),
      sitesAtOnce: 3,
      folder,
      browser: await provideBrowser(),
      toolVersion: 'test',
      knowledgeVersion: 'test',
      clock: { now: () => new Date(), monotonic: () => performance.now() },
      randomHex: (bytes) => randomBytes(bytes).toString('hex'),
      signal: new AbortController().signal,
    })
    console.log(calibrationText(result))
    return result
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
