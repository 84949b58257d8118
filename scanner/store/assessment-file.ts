import { join } from 'node:path'
import type { Assessment } from '../model.ts'
import { layout } from './layout.ts'
import { readJson } from './read-json.ts'
import { writeReport } from './report-file.ts'
import { assessment as assessmentSchema } from './schemas/assessment.ts'

/** Stores the assessment in its bundle, or replaces it. Seal the bundle again afterwards. */
export async function writeAssessment(dir: string, assessment: Assessment): Promise<void> {
  await writeReport(join(dir, layout.assessment), `${JSON.stringify(assessment, null, 2)}\n`)
}

/** Throws `store-corrupt` when the bundle has none, or one of another shape. */
export async function readAssessment(dir: string): Promise<Assessment> {
  return readJson(dir, layout.assessment, assessmentSchema)
}
