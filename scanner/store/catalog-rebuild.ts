import { readdir } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { Assessment } from '../model.ts'
import { wordingOf } from '../said.ts'
import { readAssessment } from './assessment-file.ts'
import { layout } from './layout.ts'
import { readJson } from './read-json.ts'
import type { ScanEntry } from './schemas/catalog.ts'
import { environment as environmentSchema } from './schemas/environment.ts'
import { recordedPlan } from './schemas/plan.ts'

/** The scans whose bundles stand in this folder, as their catalog entries would read; what is no bundle is passed over. */
export async function findScans(folder: string): Promise<readonly ScanEntry[]> {
  const names = await readdir(folder).catch(() => [])
  const entries = await Promise.all(names.map((name) => describeScan(join(folder, name)).catch(() => null)))
  return entries.filter((entry) => entry !== null)
}

export interface ScanKind {
  readonly id?: string
  readonly projectId?: string | null
  readonly funnelId?: string | null
  readonly origin?: ScanEntry['origin']
}

/** What a bundle says of itself, as a catalog entry. Throws `store-corrupt` when it is none. */
export async function describeScan(dir: string, kind: ScanKind = {}): Promise<ScanEntry> {
  const environment = await readJson(dir, layout.environment, environmentSchema)
  const plan = await readJson(dir, layout.plan, recordedPlan)
  const assessment: Assessment | null = await readAssessment(dir).catch(() => null)
  return {
    id:
      kind.id ??
      basename(dir)
        .replace(/[^a-zA-Z0-9_-]/g, '_')
        .slice(0, 64),
    dir,
    name: plan.name,
    site: plan.site,
    projectId: kind.projectId ?? null,
    funnelId: kind.funnelId ?? null,
    origin: kind.origin ?? 'imported',
    startedAt: environment.startedAt,
    ended: environment.ended,
    headline: assessment?.headline ?? null,
    headlineWording: assessment ? wordingOf(assessment.headline, assessment.wordings) : null,
    states: assessment?.states.map(({ state, verdict }) => ({ state, verdict })) ?? [],
    failure: null,
    removedAt: null,
  }
}
