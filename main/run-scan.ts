import { resolve } from 'node:path'
import { ScanError } from '../scanner/errors.ts'
import type { Assessment, Calibration, Plan, ScanEvent, StandingRuling } from '../scanner/model.ts'
import { scan } from '../scanner/scan.ts'
import { dataFolder } from '../scanner/store/data-folder.ts'
import { readCalibration } from '../scanner/store/calibration.ts'
import { installationKey } from '../scanner/store/sealing-key.ts'
import { emptyFolder } from '../scanner/store/bundle-folder.ts'
import { chosenBrowser } from './chosen-browser.ts'
import type { Host } from './host.ts'
import { jurisdictionsOf } from './jurisdiction-of.ts'
import { knowledgeOf } from './knowledge-of.ts'
import { ownRulings } from './ruling.ts'
import { showProgress } from './progress.ts'
import { timestamping } from './timestamping.ts'
import { version } from './version.ts'
import { writeBundleReport } from './write-report.ts'

export interface RunScanOptions {
  readonly out: string
  readonly overwrite: boolean
  /** As given with --browser. */
  readonly browser?: string | undefined
  /** Address of a time-stamp authority, as given with --timestamp. */
  readonly timestamp?: string | undefined
  /** True when another program reads the output. */
  readonly isForProgram: boolean
  /** Told of everything that progress shows. */
  readonly onEvent?: (event: ScanEvent) => void
}

export interface ScanResult {
  readonly assessment: Assessment
  readonly dir: string
  readonly reportPath: string
  readonly calibration: Calibration | null
  readonly rulings: readonly StandingRuling[]
}

/** Scans with live progress, and leaves the bundle with its report in it. */
export async function runScan(host: Host, plan: Plan, options: RunScanOptions): Promise<ScanResult> {
  const dir = resolve(options.out)
  const knowledge = await knowledgeOf(plan.knowledge) // Its faults are told before a browser is fetched.
  const browser = await chosenBrowser(host, options.browser)
  const progress = showProgress(host, plan, { onlyLive: options.isForProgram })
  const seen: Seen = { anything: false, page: false }
  const onEvent = (event: ScanEvent): void => {
    seen.anything = true
    seen.page ||= event.type === 'observed' && event.kind === 'page'
    progress.onEvent(event)
    options.onEvent?.(event)
  }
  try {
    const assessment = await scan(plan, {
      out: dir,
      overwrite: options.overwrite,
      browser,
      key: await installationKey(dataFolder()),
      timestamp: options.timestamp === undefined ? undefined : await timestamping(host, options.timestamp),
      toolVersion: version,
      knowledge,
      knowledgeVersion: knowledge.version,
      jurisdictions: jurisdictionsOf(plan),
      clock: host.clock,
      randomHex: host.randomHex,
      signal: host.signal,
      concurrency: VISITORS_AT_ONCE,
      onEvent,
    })
    const calibration = await readCalibration(dataFolder())
    const rulings = await ownRulings(host).standing(assessment.scan.site)
    const reportPath = await writeBundleReport(dir, { format: 'html', rulings: async () => rulings, calibration })
    return { assessment, dir, reportPath, calibration, rulings }
  } catch (error) {
    throw await withAfterword(error, dir, seen)
  } finally {
    progress.end()
  }
}

/** One per state of an ordinary plan: what is compared is seen at about the same time. */
const VISITORS_AT_ONCE = 3

interface Seen {
  anything: boolean
  page: boolean
}

/** A scan that ended early says where its evidence is; one that never saw a page leaves the folder free for another try. */
async function withAfterword(error: unknown, dir: string, seen: Seen): Promise<unknown> {
  if (!(error instanceof ScanError) || !seen.anything) return error
  if (seen.page || error.code !== 'site-unreachable')
    return new ScanError(error.code, `${error.message}; what was seen until then is kept in ${dir}`, { cause: error })
  await emptyFolder(dir)
  return error
}
