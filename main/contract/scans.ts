import { eventIterator, type } from '@orpc/contract'
import * as z from 'zod'
import type { ScanErrorCode } from '../../scanner/errors.ts'
import type { ConsentState, Gap, StateVerdict, StepRole, Wording } from '../../scanner/model.ts'
import type { WorkEvent } from './files.ts'
import { id, page, procedure, type Page } from './procedure.ts'

const scanId = z.object({ id })

/** Scans: to begin, to watch, to stop, to find again. A running scan belongs to the host, not to the window. */
export const scans = {
  /** Answers as soon as it is under way; `watch` tells the rest. Fails at once when the plan has mistakes. */
  start: procedure.input(z.object({ funnelId: id })).output(type<ScanSummary>()),
  /** Scans the funnel that comes with Tagtrail; needs nothing but a browser. */
  startDemo: procedure.output(type<ScanSummary>()),
  /** Newest first, running ones among them. */
  list: procedure
    .input(z.object({ projectId: id.nullable().default(null), funnelId: id.nullable().default(null), ...page }))
    .output(type<Page<ScanSummary>>()),
  get: procedure.input(scanId).output(type<ScanSummary>()),
  /** The whole of it at once, then again whenever it changes, at most five times a second. Ends when the scan has. */
  watch: procedure.input(scanId).output(eventIterator(type<ScanProgress>())),
  /** Asks it to end in order; what was seen is kept. Ends it for good when it does not within a few seconds. */
  cancel: procedure.input(scanId).output(type<ScanSummary>()),
  /** Off the list, and back again by `removed.restore`; with `files` its folder is deleted, for good. */
  remove: procedure.input(z.object({ id, files: z.boolean() })).output(type<ScanSummary>()),
  /** Packs everything of it into one `.tagtrail` file, which is then fetched by `files.part`. */
  export: procedure.input(scanId).output(eventIterator(type<WorkEvent<{ readonly file: PackedFile }>>())),
  /** From such a file, sent by `files.add`. What is unsafe or no scan is refused as `store-corrupt`. */
  import: procedure
    .input(z.object({ fileId: id, projectId: id.nullable().default(null) }))
    .output(eventIterator(type<WorkEvent<{ readonly scan: ScanSummary }>>())),
}

export interface PackedFile {
  readonly id: string
  readonly bytes: number
}

export type ScanStatus =
  | 'starting'
  | 'running'
  | 'stopping'
  | 'judging'
  | 'complete'
  | 'cancelled'
  | 'failed'
  /** Its process ended without a word: what it saw is there, unsealed. */
  | 'interrupted'
  /** Its folder is gone or cannot be read. */
  | 'missing'

export interface ScanSummary {
  readonly id: string
  /** Absolute folder of the bundle. */
  readonly dir: string
  readonly name: string
  readonly site: string
  readonly projectId: string | null
  readonly funnelId: string | null
  readonly origin: 'funnel' | 'demo' | 'imported' | 'command-line'
  readonly startedAt: string
  readonly status: ScanStatus
  /** Whether there is something to show: an assessment, or evidence that can be judged. */
  readonly hasResult: boolean
  /** The answer in one sentence; `null` when there is none. */
  readonly headline: string | null
  readonly headlineWording: Wording | null
  readonly states: readonly { readonly state: ConsentState; readonly verdict: StateVerdict }[]
  /** Why it ended early. */
  readonly failure: ScanFailure | null
}

export interface ScanFailure {
  readonly code: ScanErrorCode | 'process-ended' | 'fault'
  /** What happened, what is safe, what to do. */
  readonly message: string
}

export interface ScanProgress {
  readonly id: string
  readonly name: string
  readonly status: ScanStatus
  readonly startedAt: string
  readonly elapsedMs: number
  /** An estimate from the visits made so far; `null` while there are none. */
  readonly leftMs: number | null
  readonly steps: readonly { readonly id: string; readonly label: string; readonly role: StepRole }[]
  readonly states: readonly ConsentState[]
  readonly runs: number
  /** One for each state and step, states outside, steps inside. */
  readonly cells: readonly ProgressCell[]
  readonly counts: ProgressCounts
  readonly choices: readonly { readonly run: number; readonly state: ConsentState; readonly verdict: StateVerdict }[]
  /** The latest hundred. */
  readonly gaps: readonly Gap[]
  /** The latest two hundred lines. */
  readonly log: readonly ProgressLine[]
  /** The latest picture; its bytes by `results.picture`. */
  readonly picture: {
    readonly path: string
    readonly run: number
    readonly state: ConsentState
    readonly stepId: string
  } | null
  readonly failure: ScanFailure | null
}

/** A line of the log; what it is about stands beside the text, so that a window says it in its own language. */
export type ProgressLine = { readonly atMs: number } & (
  | { readonly is: 'note'; readonly text: string }
  /** A page was visited; the text is what the plan calls it. */
  | { readonly is: 'step'; readonly state: ConsentState; readonly run: number; readonly text: string }
  | { readonly is: 'choice'; readonly state: ConsentState; readonly run: number; readonly verdict: StateVerdict }
  | { readonly is: 'gap'; readonly state: ConsentState; readonly run: number; readonly text: string }
)

export interface ProgressCell {
  readonly state: ConsentState
  readonly stepId: string
  readonly is: 'waiting' | 'here' | 'done' | 'failed'
  /** Runs that are through with it. */
  readonly runsDone: number
  readonly requests: number
  /** Cookies and storage items written. */
  readonly stored: number
  readonly gaps: number
}

export interface ProgressCounts {
  readonly visitsDone: number
  readonly visits: number
  readonly requests: number
  readonly cookies: number
  readonly storage: number
  readonly vendors: number
  readonly gaps: number
}
