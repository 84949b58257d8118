import { resolve } from 'node:path'
import { provideBrowser } from '../scanner/browser/provide.ts'
import { ScanError } from '../scanner/errors.ts'
import { loadKnowledge } from '../scanner/knowledge/load.ts'
import type { Assessment, Plan } from '../scanner/model.ts'
import { scan } from '../scanner/scan.ts'
import { openCatalog } from '../scanner/store/catalog.ts'
import { dataFolder } from '../scanner/store/data-folder.ts'
import type { Host } from './host.ts'
import { jurisdictionOf } from './jurisdiction-of.ts'
import { showProgress } from './progress.ts'
import { version } from './version.ts'
import { writeBundleReport } from './write-report.ts'

export interface RunScanOptions {
  readonly out: string
  readonly overwrite: boolean
  /** As given with --browser. */
  readonly browser?: string | undefined
  /** True when another program reads the output. */
  readonly isForProgram: boolean
}

export interface ScanResult {
  readonly assessment: Assessment
  readonly dir: string
  readonly reportPath: string
}

/** Scans with live progress, and leaves the bundle with its report in it. */
export async function runScan(host: Host, plan: Plan, options: RunScanOptions): Promise<ScanResult> {
  const dir = resolve(options.out)
  const browser = await unlessStopped(chosenBrowser(host, options.browser), host.signal)
  const knowledge = loadKnowledge()
  const progress = showProgress(host, plan, { onlyLive: options.isForProgram })
  try {
    const assessment = await scan(plan, {
      out: dir,
      overwrite: options.overwrite,
      browser,
      toolVersion: version,
      knowledge,
      knowledgeVersion: knowledge.version,
      jurisdiction: jurisdictionOf(plan),
      clock: host.clock,
      randomHex: host.randomHex,
      signal: host.signal,
      concurrency: VISITORS_AT_ONCE,
      onEvent: (event) => progress.onEvent(event),
    })
    return { assessment, dir, reportPath: await writeBundleReport(dir, { format: 'html' }) }
  } catch (error) {
    if (error instanceof ScanError && error.code === 'cancelled')
      throw cancelled(progress.hasBegun() ? dir : null, error)
    throw error
  } finally {
    progress.end()
  }
}

/** One per state of an ordinary plan: what is compared is seen at about the same time. */
const VISITORS_AT_ONCE = 3

/** The option, else what the environment says, else what this user has set, else whatever there is. */
async function chosenBrowser({ env, clock, stderr }: Host, option: string | undefined) {
  const isTold = option !== undefined || env['TAGTRAIL_BROWSER'] !== undefined || env['CHROME_PATH'] !== undefined
  const note = (text: string): void => void stderr.write(`${text}\n`)
  const catalog = openCatalog(dataFolder(), { now: () => clock.now(), onNote: note })
  const setting = isTold ? option : (await catalog.settings()).browserPath
  const settingName = option === undefined ? 'The browser setting' : '--browser'
  return provideBrowser({ setting: setting ?? null, settingName, say: note })
}

/** A download knows nothing of Ctrl-C; it is left to itself. */
async function unlessStopped<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  const stopped = new Promise<never>((_, reject) => {
    const stop = (): void => reject(cancelled(null, signal.reason))
    if (signal.aborted) stop()
    else signal.addEventListener('abort', stop, { once: true })
  })
  return Promise.race([work, stopped])
}

function cancelled(dir: string | null, cause: unknown): ScanError {
  const kept = dir === null ? 'nothing had been scanned yet' : `what was seen until then is kept in ${dir}`
  return new ScanError('cancelled', `cancelled; ${kept}`, { cause })
}
