import { hashFile, type HashedFile } from './hash-files.ts'
import { hashInName } from './hash-in-name.ts'
import { layout } from './layout.ts'
import type { LogSurvey } from './log-survey.ts'
import type { Manifest } from './schemas/manifest.ts'

export interface FileFault {
  readonly path: string
  readonly what: 'altered' | 'missing' | 'added'
  /** In words, where more can be said. */
  readonly why: string | null
}

/** How the files of the evidence differ from what its manifest says. */
export async function sealedFaults(
  dir: string,
  there: readonly string[],
  { files, logs: sealedLogs }: Manifest,
  logs: readonly LogSurvey[],
): Promise<readonly FileFault[]> {
  const sealed = new Map(files.map((file) => [file.path, file]))
  const faults: FileFault[] = files
    .filter(({ path }) => !there.includes(path))
    .map(({ path }) => ({ path, what: 'missing', why: null }))
  for (const path of there) {
    const expected = sealed.get(path)
    if (!expected) faults.push({ path, what: 'added', why: null })
    else if (!isSame(expected, await hashFile(dir, path)))
      faults.push({ path, what: 'altered', why: logDamage(path, sealedLogs, logs) })
  }
  for (const { path, lines, head } of sealedLogs) {
    const log = logs.find((each) => each.path === path)
    const isTold = faults.some((fault) => fault.path === path)
    if (!isTold && (log?.lines !== lines || log.head !== head))
      faults.push({ path: layout.manifest, what: 'altered', why: `it does not describe ${path}` })
  }
  return faults
}

/** Of a bundle that was never sealed: the logs must hold together by themselves. */
export function chainFaults(logs: readonly LogSurvey[]): readonly FileFault[] {
  return logs.flatMap(({ path, brokenAt }): readonly FileFault[] =>
    brokenAt === null ? [] : [{ path, what: 'altered', why: brokenChain(brokenAt) }],
  )
}

/** Of a bundle that was never sealed: bodies and screenshots are named by their hash. */
export async function nameFaults(dir: string, there: readonly string[]): Promise<readonly FileFault[]> {
  const faults: FileFault[] = []
  for (const path of there) {
    const named = hashInName(path)
    if (named !== null && !(await hashFile(dir, path)).sha256.startsWith(named))
      faults.push({ path, what: 'altered', why: 'its name tells another hash' })
  }
  return faults
}

function isSame(a: HashedFile, b: HashedFile): boolean {
  return a.sha256 === b.sha256 && a.bytes === b.bytes
}

/** Where a log was altered, as far as its chain tells; null for any other file. */
function logDamage(path: string, sealed: Manifest['logs'], logs: readonly LogSurvey[]): string | null {
  const before = sealed.find((log) => log.path === path)
  const now = logs.find((log) => log.path === path)
  if (!before || !now) return null
  const count = now.lines === before.lines ? '' : `${now.lines} lines in place of ${before.lines}`
  const where =
    now.brokenAt !== null ? brokenChain(now.brokenAt) : now.head === before.head ? '' : 'its last line is another one'
  return [count, where].filter(Boolean).join('; ') || 'something stands behind its last line'
}

function brokenChain(line: number): string {
  return line === 1 ? 'line 1 is not the first one' : `line ${line} does not follow from line ${line - 1}`
}
