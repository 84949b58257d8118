import { join } from 'node:path'
import { ScanError } from '../errors.ts'
import type { Assessment } from '../model.ts'
import { disk } from './disk.ts'
import { hashFile } from './hash-files.ts'
import { assessmentSeal, layout } from './layout.ts'
import { readJson } from './read-json.ts'
import { writeReport } from './report-file.ts'
import { assessment as assessmentSchema } from './schemas/assessment.ts'
import type { AssessmentSeal } from './schemas/manifest.ts'
import type { SealingKey } from './sealing-key.ts'
import { writeSigned } from './signed-file.ts'

/** Stores the assessment in its bundle, or replaces it; the seal of the evidence stays whole. Seal it afterwards. */
export async function writeAssessment(dir: string, assessment: Assessment): Promise<void> {
  await writeReport(join(dir, layout.assessment), `${JSON.stringify(assessment, null, 2)}\n`)
}

/** Throws `store-corrupt` when the bundle has none, or one of another shape. */
export async function readAssessment(dir: string): Promise<Assessment> {
  return readJson(dir, layout.assessment, assessmentSchema)
}

export async function hasAssessment(dir: string): Promise<boolean> {
  return disk.has(join(dir, layout.assessment))
}

/** Seals the assessment that stands in the bundle, naming the evidence it judges; the evidence must be sealed before. */
export async function sealAssessment(
  dir: string,
  { key, sealedAt }: { readonly key?: SealingKey | undefined; readonly sealedAt: Date },
): Promise<void> {
  const { versions } = await readAssessment(dir)
  if (!(await disk.has(join(dir, layout.manifest))))
    throw new ScanError(
      'store-corrupt',
      `${dir} has no ${layout.manifest}; only sealed evidence can be judged for good`,
    )
  const seal: AssessmentSeal = {
    format: 'tagtrail-assessment',
    formatVersion: 1,
    tool: { name: 'tagtrail', version: versions.tool },
    knowledge: { version: versions.knowledge },
    manifestSha256: (await hashFile(dir, layout.manifest)).sha256,
    sealedAt: sealedAt.toISOString(),
    timestamp: 'none',
    key: key ? { algorithm: 'Ed25519', sha256: key.fingerprint } : null,
    file: await hashFile(dir, layout.assessment),
  }
  await writeSigned(dir, assessmentSeal, seal, key ?? null)
}
