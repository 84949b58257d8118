import { expect, expectTypeOf, test } from 'vitest'
import * as z from 'zod'
import type { Assessment, Environment, Gap, Observation, Plan, Wording } from '../../scanner/model.ts'
import type { CalibrationResult } from '../../scanner/calibrate.ts'
import { jsonSchema, schemaNames, type SchemaName } from '../../scanner/schemas.ts'
import { assessment as assessmentSchema } from '../../scanner/store/schemas/assessment.ts'
import { calibrationResult as calibrationSchema } from '../../scanner/store/schemas/calibration.ts'
import { environment as environmentSchema } from '../../scanner/store/schemas/environment.ts'
import { gap as gapSchema } from '../../scanner/store/schemas/gap.ts'
import {
  assessmentSeal as assessmentSealSchema,
  manifest as manifestSchema,
  type AssessmentSeal,
  type Manifest,
} from '../../scanner/store/schemas/manifest.ts'
import { observation as observationSchema } from '../../scanner/store/schemas/observation.ts'
import { recordedPlan } from '../../scanner/store/schemas/plan.ts'
import { assessment, environment, gap, observations, plan } from './samples.ts'

const manifest: Manifest = {
  format: 'tagtrail-bundle',
  formatVersion: 1,
  tool: { name: 'tagtrail', version: '0.1.0' },
  browser: { product: 'Chrome/150' },
  knowledge: { version: '1' },
  ended: 'complete',
  sealedAt: '2026-01-02T03:05:00.000Z',
  timestamp: 'none',
  key: { algorithm: 'Ed25519', sha256: 'b'.repeat(64) },
  logs: [{ path: 'gaps.ndjson', lines: 0, head: '0'.repeat(64) }],
  files: [{ path: 'plan.json', sha256: 'a'.repeat(64), bytes: 2 }],
}

const assessmentSeal: AssessmentSeal = {
  format: 'tagtrail-assessment',
  formatVersion: 1,
  tool: { name: 'tagtrail', version: '0.1.0' },
  knowledge: { version: '1' },
  manifestSha256: 'c'.repeat(64),
  sealedAt: '2026-01-02T03:05:00.000Z',
  timestamp: 'none',
  key: null,
  file: { path: 'assessment.json', sha256: 'a'.repeat(64), bytes: 2 },
}

const figures = [{ of: 'F01', matched: 3, missing: 0, invented: 0 }]
const calibration: CalibrationResult = {
  calibration: {
    at: '2026-01-02T03:05:00.000Z',
    versions: { tool: '0.1.0', knowledge: '1', browser: 'Chrome/150' },
    facts: figures,
    banners: figures,
    findings: figures,
    wrongWayClicks: 0,
    falselyProven: 0,
  },
  measured: ['shop'],
  faults: [{ subject: 'shop', lines: ['missed: a cookie'] }],
  leftOut: [],
  unexercised: [{ ruleId: 'F33', outcome: 'fail', because: null }],
}

const prev = '0'.repeat(64)
const planFile = { name: 'a', site: 'https://shop.example', steps: [{ id: 'a', go: { url: '/' } }], runs: 2 }

const samples: Readonly<Record<SchemaName, readonly Readonly<Record<string, unknown>>[]>> = {
  plan: [planFile],
  'recorded-plan': [{ ...plan }],
  environment: [{ ...environment }],
  observation: observations.map((observation) => ({ ...observation, prev })),
  gap: [{ ...gap, prev }],
  assessment: [{ ...assessment }],
  manifest: [manifest],
  'assessment-seal': [assessmentSeal],
  calibration: [{ ...calibration }],
}

/** Keys with a default, and keys that older scans do not have. */
const mayLack: Partial<Record<SchemaName, readonly string[]>> = {
  plan: ['runs'],
  'recorded-plan': [
    'jurisdictions',
    'timeZone',
    'scroll',
    'consent',
    'clickIds',
    'policies',
    'gate',
    'safety',
    'lookups',
    'knowledge',
  ],
  environment: ['languages', 'clientHints', 'globalPrivacyControl', 'settle', 'proxy', 'credentials', 'exitIp'],
  observation: ['allows', 'scrolls', 'tookMs'],
  assessment: ['ownKnowledge', 'whatIf', 'wordings'],
}

type Deep<T> = T extends Wording ? T : T extends object ? { readonly [K in keyof T]: Deep<T[K]> } : T
type FromSchema<S extends z.ZodType> = Deep<z.output<S>>

test('every part of the format has its schema, of the very shape the model gives it', () => {
  expect(schemaNames.toSorted()).toEqual(Object.keys(samples).toSorted())
  expectTypeOf<Plan>().toExtend<FromSchema<typeof recordedPlan>>()
  expectTypeOf<Environment>().toExtend<FromSchema<typeof environmentSchema>>()
  expectTypeOf<Observation>().toExtend<FromSchema<typeof observationSchema>>()
  expectTypeOf<Gap>().toExtend<FromSchema<typeof gapSchema>>()
  expectTypeOf<Assessment>().toExtend<FromSchema<typeof assessmentSchema>>()
  expectTypeOf<CalibrationResult>().toExtend<FromSchema<typeof calibrationSchema>>()
})

test('every kind of observation has a sample', () => {
  const kinds = observationSchema.options.map((option) => option.shape.kind.value)
  expect(observations.map(({ kind }) => kind).toSorted()).toEqual(kinds.toSorted())
})

test('reading a whole thing takes nothing from it', () => {
  expect(recordedPlan.parse(plan)).toEqual(plan)
  expect(environmentSchema.parse(environment)).toEqual(environment)
  expect(observations.map((each) => observationSchema.parse(each))).toEqual(observations)
  expect(gapSchema.parse(gap)).toEqual(gap)
  expect(assessmentSchema.parse(assessment)).toEqual(assessment)
  expect(manifestSchema.parse(manifest)).toEqual(manifest)
  expect(calibrationSchema.parse(calibration)).toEqual(calibration)
  expect(assessmentSealSchema.parse(assessmentSeal)).toEqual(assessmentSeal)
})

for (const name of schemaNames)
  test(`the JSON Schema of ${name} takes a sample, and refuses it without any one of its keys`, () => {
    const schema = jsonSchema(name)
    expect(schema).toMatchObject({ $schema: 'https://json-schema.org/draft/2020-12/schema', title: /Tagtrail/ })
    const check = z.fromJSONSchema(schema)
    for (const sample of samples[name]) {
      expect(check.safeParse(sample).error).toBeUndefined()
      for (const key of Object.keys(sample).filter((each) => !mayLack[name]?.includes(each))) {
        const { [key]: _, ...rest } = sample
        expect(check.safeParse(rest).success, `without ${key}`).toBe(false)
      }
    }
  })

test('only the plan file is closed: the rest may grow keys that old readers must bear', () => {
  const takesMore = schemaNames.filter((name) =>
    samples[name].every((sample) => z.fromJSONSchema(jsonSchema(name)).safeParse({ ...sample, added: 1 }).success),
  )
  expect(takesMore).toEqual(schemaNames.filter((name) => name !== 'plan'))
})
