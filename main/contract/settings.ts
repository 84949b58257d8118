import { eventIterator, type } from '@orpc/contract'
import * as z from 'zod'
import type { Calibration } from '../../scanner/model.ts'
import { consentState } from '../../scanner/store/schemas/words.ts'
import { procedure } from './procedure.ts'
import type { ScanFailure } from './scans.ts'

const change = z.object({
  /** A path, `download` or `bundled`; `null` lets Tagtrail find one. */
  browserPath: z.string().max(4096).nullable(),
  language: z.enum(['system', 'en', 'de']),
  appearance: z.enum(['system', 'light', 'dark']),
  /** How tables tell when something was seen: since the click or the load, or in UTC. */
  times: z.enum(['relative', 'utc']),
  /** What a new funnel begins with. */
  jurisdictions: z.array(z.string().max(50)).min(1).max(20),
  runs: z.int().min(1).max(50),
  states: z.array(consentState).min(1),
  /** What scans go through whose plan names no proxy; kept on this machine, never in a bundle. */
  proxy: z.string().trim().max(2000).nullable(),
  /** Authority that is asked for the time of each seal (RFC 3161); `null` asks none. */
  timestampUrl: z.string().trim().max(2000).nullable(),
})

/** This user's settings, and the instrument's own state. */
export const settings = {
  get: procedure.output(type<SettingsView>()),
  change: procedure.input(change.partial()).output(type<SettingsView>()),
  /** Which browser a scan would use now. Starts it once to ask its version. */
  browser: procedure.output(type<BrowserView>()),
  /** Fetches one, telling how far it is; the last event is the browser, or why there is none. */
  downloadBrowser: procedure.output(eventIterator(type<DownloadEvent>())),
  /** Of the key that seals this installation's scans. */
  key: procedure.output(type<{ readonly fingerprint: string }>()),
  /** How the instrument did against the lab when that was last measured; `null` when it never was here. */
  calibration: procedure.output(type<Calibration | null>()),
  /** Measures it now, in a process of its own: minutes. Only a whole one is kept; `site` measures one banner. */
  calibrate: procedure
    .input(
      z.object({
        site: z
          .string()
          .regex(/^[a-z0-9-]+$/)
          .max(100)
          .nullable()
          .default(null),
      }),
    )
    .output(type<CalibrationRun>()),
  /** The latest one as it stands, then again whenever it has changed; ends with it. */
  watchCalibration: procedure.output(eventIterator(type<CalibrationRun>())),
  cancelCalibration: procedure.output(type<CalibrationRun>()),
  /** The latest lines of the log. */
  log: procedure
    .input(z.object({ lines: z.int().min(1).max(5000).default(500) }))
    .output(type<{ readonly path: string; readonly lines: readonly string[] }>()),
}

export type SettingsView = z.infer<typeof change>

export interface CalibrationRun {
  /** `none` when none was begun since the program was started. */
  readonly status: 'none' | 'running' | 'stopping' | 'complete' | 'cancelled' | 'failed'
  readonly done: number
  readonly of: number
  /** What was measured last. */
  readonly subject: string
  readonly faults: readonly { readonly subject: string; readonly lines: readonly string[] }[]
  /** Sites that could not be served here, and why. */
  readonly leftOut: readonly string[]
  /** Once it is complete. */
  readonly calibration: Calibration | null
  readonly failure: ScanFailure | null
}

export type BrowserView =
  | (BrowserRule & { readonly is: 'found'; readonly path: string; readonly version: string; readonly source: string })
  | (BrowserRule & { readonly is: 'missing'; readonly message: string })

export interface BrowserRule {
  /** The variable of the environment that comes before this setting, for the window as for the command line. */
  readonly overruledBy: 'TAGTRAIL_BROWSER' | 'CHROME_PATH' | null
}

export type DownloadEvent =
  | { readonly type: 'progress'; readonly doneBytes: number; readonly totalBytes: number }
  | { readonly type: 'note'; readonly text: string }
  | { readonly type: 'done'; readonly browser: BrowserView }
