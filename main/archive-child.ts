import { stat } from 'node:fs/promises'
import { inspect } from 'node:util'
import { ScanError } from '../scanner/errors.ts'
import { unpackBundle, writeArchive, type ArchiveWork } from '../scanner/store/archive.ts'
import { describeScan } from '../scanner/store/catalog-rebuild.ts'
import type { ArchiveJob, FromArchive, ToArchive } from './archive/messages.ts'
import { openChannel } from './scan-child/channel.ts'

/** A process of its own in which one scan becomes a file, or one file a scan: however large it is, nobody waits for it. */
const channel = openChannel<ToArchive, FromArchive | { readonly type: 'ready' }>()
const stopping = new AbortController()
const stop = (): void => stopping.abort(new ScanError('cancelled', 'it was stopped; nothing of it was kept'))

// Ctrl-C reaches every process of a terminal; that this one ends is the program's to say.
process.on('SIGINT', () => undefined)
channel.onClosed(stop)
channel.listen((message) => {
  if (message.type === 'stop') stop()
  else void make(message.job)
})
channel.send({ type: 'ready' })

async function make(job: ArchiveJob): Promise<void> {
  await channel.sendLast(await made(job).catch(failureOf))
  process.exit(0)
}

async function made(job: ArchiveJob): Promise<FromArchive> {
  const work: ArchiveWork = { signal: stopping.signal, onProgress: now }
  if (job.kind === 'pack') {
    await writeArchive(job.dir, job.file, work)
    return { type: 'packed', bytes: (await stat(job.file)).size }
  }
  await unpackBundle(job.file, job.dir, work)
  return { type: 'unpacked', scan: await describeScan(job.dir, { id: job.id, origin: 'imported' }) }
}

let toldAt = 0
function now(done: number, of: number): void {
  const at = performance.now()
  if (done < of && at - toldAt < TELL_EVERY_MS) return
  toldAt = at
  channel.send({ type: 'progress', done, of })
}

function failureOf(reason: unknown): FromArchive {
  const stack = inspect(reason)
  if (reason instanceof ScanError) return { type: 'failed', code: reason.code, message: reason.message, stack }
  return { type: 'failed', code: 'fault', message: reason instanceof Error ? reason.message : String(reason), stack }
}

const TELL_EVERY_MS = 100
