import * as z from 'zod'
import { planFile } from './plan/schema.ts'
import { assessment } from './store/schemas/assessment.ts'
import { calibrationResult } from './store/schemas/calibration.ts'
import { environment } from './store/schemas/environment.ts'
import { gapLine, observationLine } from './store/schemas/log-lines.ts'
import { assessmentSeal, manifest } from './store/schemas/manifest.ts'
import { recordedPlan } from './store/schemas/plan.ts'

const schemas = {
  plan: { of: planFile, title: 'Tagtrail plan file', about: 'The funnel file a person writes, in YAML or JSON.' },
  'recorded-plan': { of: recordedPlan, title: 'Tagtrail plan.json', about: 'The plan as it was carried out.' },
  environment: { of: environment, title: 'Tagtrail environment.json', about: 'What a scan was made with.' },
  observation: { of: observationLine, title: 'Tagtrail observation', about: 'One line of observations.ndjson.' },
  gap: { of: gapLine, title: 'Tagtrail gap', about: 'One line of gaps.ndjson: evidence that is missing.' },
  assessment: { of: assessment, title: 'Tagtrail assessment.json', about: 'What the evidence means.' },
  manifest: { of: manifest, title: 'Tagtrail manifest.json', about: 'SHA-256 of every file of the evidence.' },
  'assessment-seal': {
    of: assessmentSeal,
    title: 'Tagtrail assessment.seal.json',
    about: 'Which assessment of which evidence this is.',
  },
  calibration: {
    of: calibrationResult,
    title: 'Tagtrail calibration',
    about: 'What tagtrail calibrate --json prints: how often the instrument was right.',
  },
} as const

export type SchemaName = keyof typeof schemas

/** The parts of the public format that have a published JSON Schema. */
export const schemaNames: readonly SchemaName[] = [
  'plan',
  'recorded-plan',
  'environment',
  'observation',
  'gap',
  'assessment',
  'manifest',
  'assessment-seal',
  'calibration',
]

/** JSON Schema (draft 2020-12) of one part of the public format. Only the plan file is closed: readers of the rest must
 *  bear new keys. */
export function jsonSchema(name: SchemaName): Readonly<Record<string, unknown>> {
  const { of, title, about } = schemas[name]
  const { $schema, ...shape } = z.toJSONSchema<z.ZodType>(of, { io: 'input' })
  return { $schema, title, description: about, ...shape }
}
