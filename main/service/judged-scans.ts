import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Assessment, Environment, Plan } from '../../scanner/model.ts'
import { layout } from '../../scanner/store/layout.ts'
import { readManifest } from '../../scanner/store/manifest.ts'
import { readJson } from '../../scanner/store/read-json.ts'
import { environment as environmentSchema } from '../../scanner/store/schemas/environment.ts'
import { recordedPlan } from '../../scanner/store/schemas/plan.ts'
import { standingAssessment } from '../../scanner/store/standing-assessment.ts'

/** A scan on disk without its evidence: small, whatever was seen. */
export interface JudgedScan {
  readonly dir: string
  readonly assessment: Assessment
  readonly plan: Plan
  readonly environment: Environment
  readonly manifestSha256: string | null
  readonly sealedBy: string | null
  /** What is incomplete about it, in sentences. */
  readonly notes: readonly string[]
}

export interface Scans<T extends JudgedScan> {
  open(dir: string): Promise<T>
  /** After it was judged anew, or removed. */
  forget(dir: string): void
}

/**
 * Judges a scan that was killed or cancelled, or whose judgement is of no use, which is told with its reason: what it saw
 * counts all the same.
 */
export type Judge = (dir: string, useless: string | null) => Promise<Pick<JudgedScan, 'assessment' | 'notes'>>

/** The latest few; they are large, and a person looks at one or two scans at a time. */
export function latestScans<T extends JudgedScan>(read: (dir: string) => Promise<T>): Scans<T> {
  const opened = new Map<string, Promise<T>>()
  return {
    open(dir) {
      const known = opened.get(dir) ?? read(dir)
      opened.delete(dir)
      opened.set(dir, known)
      known.catch(() => opened.delete(dir))
      for (const old of [...opened.keys()].slice(0, -MOST_OPEN)) opened.delete(old)
      return known
    },
    forget: (dir) => void opened.delete(dir),
  }
}

const MOST_OPEN = 3

export async function readJudged(dir: string, judge: Judge): Promise<JudgedScan> {
  return {
    dir,
    ...(await judgementOf(dir, judge)),
    plan: await readJson(dir, layout.plan, recordedPlan),
    environment: await readJson(dir, layout.environment, environmentSchema),
    ...(await sealOf(dir)),
  }
}

async function judgementOf(dir: string, judge: Judge): ReturnType<Judge> {
  const standing = await standingAssessment(dir)
  if (standing.is === 'whole') return { assessment: standing.assessment, notes: [] }
  return judge(dir, standing.is === 'useless' ? standing.because : null)
}

async function sealOf(dir: string): Promise<Pick<JudgedScan, 'manifestSha256' | 'sealedBy'>> {
  const manifest = await readManifest(dir)
  if (manifest === null) return { manifestSha256: null, sealedBy: null }
  const bytes = await readFile(join(dir, layout.manifest))
  return { manifestSha256: createHash('sha256').update(bytes).digest('hex'), sealedBy: manifest.key?.sha256 ?? null }
}
