import { existsSync } from 'node:fs'
import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Catalog } from '../../scanner/store/catalog.ts'
import { layout } from '../../scanner/store/layout.ts'
import type { ScanFailure } from '../contract.ts'

/** Scans that were under way when the program was killed: nobody was there to write down how they ended. */
export async function settleLeftBehind(catalog: Catalog): Promise<void> {
  for (const entry of await catalog.scans()) {
    const wasOurs = entry.origin === 'funnel' || entry.origin === 'demo'
    if (!wasOurs || entry.ended !== null || entry.failure !== null) continue
    await catalog.noteScan({ ...entry, failure: endedWithout('Tagtrail ended while this scan was made', entry.dir) })
  }
}

/** What was being unpacked when the program was killed: nobody has seen it, and its file is still where it came from. */
export async function clearHalfMade(folder: string): Promise<void> {
  const names = await readdir(folder).catch(() => [])
  for (const name of names)
    if (name.endsWith('.part')) await rm(join(folder, name), { recursive: true, force: true }).catch(() => undefined)
}

/** Nothing but the disk tells what became of it: what happened, what is safe, what to do. */
export function endedWithout(what: string, dir: string): ScanFailure {
  const isKept = existsSync(join(dir, layout.environment))
  const safe = isKept ? `What had been seen by then is kept in ${dir}` : 'Nothing had been seen by then'
  return { code: 'process-ended', message: `${what}. ${safe}; scan again for a whole one.` }
}
