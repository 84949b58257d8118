import type { ScanError } from './errors.ts'
import { JourneyScribe, type JourneyContext, type JourneyLog } from './evidence-log/journey-log.ts'
import type { ConsentState } from './model.ts'
import type { Bundle } from './store/bundle.ts'

export interface EvidenceLogOptions extends JourneyContext {
  readonly bundle: Pick<Bundle, 'append' | 'keep' | 'flush' | 'close' | 'onFailure'>
  /** Called once when nothing more can be stored; the scan has to stop. */
  readonly onFailure?: (failure: ScanError) => void
}

export interface EvidenceLog {
  /** A journey begun again after a crash goes on counting its observations. */
  journey(of: { readonly run: number; readonly journey: ConsentState }): JourneyLog
  /** Resolves once all that was written is on disk; rejects with `disk-full` or `store-corrupt`. */
  flush(): Promise<void>
  /** `flush`, and nothing is stored afterwards. */
  close(): Promise<void>
}

/** Stage 5: stamps, appends, keeps nothing in memory. Writing never makes a collector wait. */
export function openEvidenceLog(options: EvidenceLogOptions): EvidenceLog {
  const { bundle } = options
  const numbers = new Map<string, number>()
  const nextId = (prefix: string): string => {
    const number = (numbers.get(prefix) ?? 0) + 1
    numbers.set(prefix, number)
    return `${prefix}-${String(number).padStart(6, '0')}`
  }
  if (options.onFailure) bundle.onFailure(options.onFailure)
  return {
    journey: ({ run, journey }) => new JourneyScribe(options, run, journey, () => nextId(`r${run}-${journey}`)),
    flush: () => bundle.flush(),
    close: () => bundle.close(),
  }
}

export type { Clock, JourneyLog } from './evidence-log/journey-log.ts'
