import type { AppendFile, Disk } from './disk.ts'
import { writeError } from './write-error.ts'
import type { ScanError } from '../errors.ts'

/**
 * Writes in the order of the calls without ever making the caller wait: lines that pile up while the disk is busy go
 * out together. After the first failure nothing more is written, so that what is there stays readable.
 */
export interface WriteQueue {
  append(file: AppendFile, path: string, line: string): void
  /** Writes a file whose name tells its content, unless it is there. */
  put(path: string, content: Uint8Array): void
  /** Resolves once everything given so far is on disk; rejects with `disk-full` or `store-corrupt`. */
  flush(): Promise<void>
  /** Called once, at the first failed write, or at once when it has happened already. */
  onFailure(listener: (failure: ScanError) => void): void
}

type Job =
  | { readonly kind: 'append'; readonly file: AppendFile; readonly path: string; readonly lines: string[] }
  | { readonly kind: 'put'; readonly path: string; readonly content: Uint8Array }
  | { readonly kind: 'mark'; readonly reached: () => void }

/** A batch this long is written before more is added to it: one string may not grow without end. */
const LINES_PER_WRITE = 1000

export function openWriteQueue(disk: Disk): WriteQueue {
  const listeners: ((failure: ScanError) => void)[] = []
  let jobs: Job[] = []
  let failure: ScanError | null = null
  let running = false

  const add = (job: Job): void => {
    if (failure !== null && job.kind !== 'mark') return
    jobs.push(job)
    if (!running) void run()
  }

  const run = async (): Promise<void> => {
    running = true
    while (jobs.length > 0) {
      const batch = jobs
      jobs = []
      for (const job of batch) await attempt(job)
    }
    running = false
  }

  const attempt = async (job: Job): Promise<void> => {
    if (job.kind === 'mark') return job.reached()
    if (failure !== null) return
    try {
      await perform(job, disk)
    } catch (cause) {
      failure = writeError(job.path, cause)
      for (const listener of listeners.splice(0)) listener(failure)
    }
  }

  return {
    append(file, path, line) {
      const last = jobs.at(-1)
      if (last?.kind === 'append' && last.file === file && last.lines.length < LINES_PER_WRITE) last.lines.push(line)
      else add({ kind: 'append', file, path, lines: [line] })
    },
    put: (path, content) => add({ kind: 'put', path, content }),
    async flush() {
      await new Promise<void>((reached) => add({ kind: 'mark', reached }))
      if (failure !== null) throw failure
    },
    onFailure(listener) {
      if (failure === null) listeners.push(listener)
      else listener(failure)
    },
  }
}

async function perform(job: Exclude<Job, { kind: 'mark' }>, disk: Disk): Promise<void> {
  if (job.kind === 'append') await job.file.write(job.lines.map((line) => `${line}\n`).join(''))
  else if (!(await disk.has(job.path))) await disk.replace(job.path, job.content)
}
