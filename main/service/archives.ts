import { ScanError } from '../../scanner/errors.ts'
import type { ArchiveJob, FromArchive } from '../archive/messages.ts'
import { startProcess, type ScanProcess, type StartChild } from '../scan-process.ts'
import type { ServiceParts } from './parts.ts'

/** Packs and unpacks scans, each in a process of its own. */
export interface Archives {
  make<J extends ArchiveJob>(job: J, watch?: WatchedWork): Promise<Made<J>>
  /** Stops all of it, and waits until it has ended. */
  close(): Promise<void>
}

export interface WatchedWork {
  /** Raised when nobody wants it any more: then it fails as `cancelled`. */
  readonly signal?: AbortSignal | undefined
  readonly onProgress?: ((done: number, of: number) => void) | undefined
}

type Made<J extends ArchiveJob> = Extract<FromArchive, { type: J['kind'] extends 'pack' ? 'packed' : 'unpacked' }>

type Needs = Pick<ServiceParts, 'env' | 'dataFolder' | 'log'>

export function archives({ env, dataFolder, log }: Needs, start: StartChild): Archives {
  const running = new Set<ScanProcess>()
  return {
    async make<J extends ArchiveJob>(job: J, { signal, onProgress }: WatchedWork = {}) {
      if (signal?.aborted) throw stopped()
      let last: Exclude<FromArchive, { type: 'progress' }> | null = null
      const process = startProcess<FromArchive>('archive-child', job, {
        start,
        env: { ...env, TAGTRAIL_DATA: dataFolder },
        onSaid: (text) => log.say(`${job.kind} says: ${text.trimEnd()}`),
        onMessage: (message) => {
          if (message.type === 'progress') onProgress?.(message.done, message.of)
          else last = message
        },
      })
      const stop = (): void => process.stop()
      running.add(process)
      signal?.addEventListener('abort', stop, { once: true })
      await process.ended
      running.delete(process)
      signal?.removeEventListener('abort', stop)
      return doneOf(job, last, signal)
    },
    async close() {
      for (const process of running) process.stop()
      await Promise.all([...running].map(({ ended }) => ended))
    },
  }

  function doneOf<J extends ArchiveJob>(job: J, last: FromArchive | null, signal?: AbortSignal): Made<J> {
    if (last === null) throw signal?.aborted ? stopped() : killed(job)
    if (last.type !== 'failed') return last as Made<J>
    if (last.code !== 'fault') throw new ScanError(last.code, last.message)
    log.say(`${job.kind}: ${last.stack}`)
    throw new Error(last.message)
  }
}

function stopped(): ScanError {
  return new ScanError('cancelled', 'it was stopped; nothing of it was kept')
}

function killed({ kind, dir }: ArchiveJob): Error {
  const what = kind === 'pack' ? `packs ${dir}` : 'unpacks the file'
  return new Error(`the process that ${what} ended without a word, perhaps because the memory did not suffice`)
}
