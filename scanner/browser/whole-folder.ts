import { existsSync, statSync } from 'node:fs'
import { mkdtemp, readdir, rename, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'

const ABANDONED_AFTER_MS = 6 * 3_600_000

/**
 * Fills a folder so that it is there whole or not at all: it is made beside its place and renamed. Two processes at
 * once both succeed, and the slower one's work is thrown away.
 */
export async function wholeFolder(
  folder: string,
  fill: (beside: string) => Promise<void>,
  nowMs: number = Date.now(),
): Promise<void> {
  if (existsSync(folder)) return
  await sweep(folder, nowMs)
  const beside = await mkdtemp(`${folder}.part-`)
  try {
    await fill(beside)
    await rename(beside, folder)
  } catch (error) {
    await rm(beside, { recursive: true, force: true })
    if (!existsSync(folder)) throw error
  }
}

/** Parts that a killed process left behind; a young one may be another's work in progress. */
async function sweep(folder: string, nowMs: number): Promise<void> {
  const siblings = await readdir(dirname(folder))
  const parts = siblings.filter((name) => name.startsWith(`${basename(folder)}.part-`))
  for (const part of parts.map((name) => join(dirname(folder), name))) {
    const touchedMs = statSync(part, { throwIfNoEntry: false })?.mtimeMs
    if (touchedMs !== undefined && nowMs - touchedMs > ABANDONED_AFTER_MS)
      await rm(part, { recursive: true, force: true })
  }
}
