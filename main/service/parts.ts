import { EventPublisher } from '@orpc/server'
import type { Knowledge } from '../../scanner/knowledge/answers.ts'
import type { Catalog } from '../../scanner/store/catalog.ts'
import type { PassingFiles } from '../../scanner/store/passing-files.ts'
import type { Rulings } from '../../scanner/store/rulings.ts'
import type { AppChange, AppInfo, StoreNote } from '../contract.ts'
import type { WindowStates } from '../../scanner/store/window-state.ts'
import type { Host } from '../host.ts'
import type { Reader } from '../reader/process.ts'
import type { StartChild } from '../scan-process.ts'
import type { AppLog } from './app-log.ts'
import type { Archives } from './archives.ts'
import type { Calibrations } from './calibrations.ts'
import type { JudgedScan, Scans } from './judged-scans.ts'
import type { Previews } from './previews.ts'
import type { RunningScans } from './running-scans.ts'
import type { VisitStep } from './step-visit.ts'

/** What every part of the service stands on. */
export interface ServiceParts {
  readonly dataFolder: string
  readonly hostKind: AppInfo['host']
  readonly clock: Host['clock']
  readonly env: Host['env']
  /** A new name that nobody has guessed. */
  readonly newId: () => string
  readonly catalog: Catalog
  readonly notes: readonly StoreNote[]
  readonly log: AppLog
  readonly changes: Changes
  /** Ours with the user's own on top; read once until `forgetKnowledge`. Ours alone when the user's has faults. */
  readonly knowledge: () => Promise<Knowledge>
  readonly forgetKnowledge: () => void
  readonly running: RunningScans
  readonly calibrations: Calibrations
  readonly visitStep: VisitStep
  readonly archives: Archives
  readonly passing: PassingFiles
  readonly judged: Scans<JudgedScan>
  readonly reader: Reader
  readonly previews: Previews
  readonly rulings: Rulings
  readonly window: WindowStates
}

export interface ServiceOptions {
  readonly dataFolder: string
  readonly hostKind: AppInfo['host']
  readonly host: Pick<Host, 'clock' | 'env' | 'randomHex'>
  readonly startChild: StartChild
}

/** Tells every window what has changed. */
export class Changes {
  readonly #publisher = new EventPublisher<{ change: AppChange }>()

  tell(change: AppChange): void {
    this.#publisher.publish('change', change)
  }

  async *listen(signal: AbortSignal | undefined): AsyncGenerator<AppChange> {
    const changes = this.#publisher.subscribe('change', { signal })
    yield { type: 'hello' }
    yield* changes
  }
}
