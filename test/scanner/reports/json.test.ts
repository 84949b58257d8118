import { expect, test } from 'vitest'
import { json } from '../../../scanner/reports/json.ts'
import { assessment as assessmentSchema } from '../../../scanner/store/schemas/assessment.ts'
import { sampleReport } from './sample.ts'

const report = sampleReport()
const text = json.render(report)

test('it is the assessment, no more and no less, as its schema says', () => {
  expect(JSON.parse(text)).toEqual(report.assessment)
  expect(assessmentSchema.parse(JSON.parse(text))).toEqual(report.assessment)
})

test('equal assessments are equal bytes, whatever the order of their keys', () => {
  const turned = Object.fromEntries(
    Object.entries(report.assessment).toReversed(),
  ) as unknown as typeof report.assessment
  expect(Object.keys(turned)).not.toEqual(Object.keys(report.assessment))
  expect(json.render({ ...report, assessment: turned })).toBe(text)
})

test('it reads as lines and ends with one', () => {
  expect(text).toMatch(/^\{\n {2}"attribution": null,\n/)
  expect(text.endsWith('}\n')).toBe(true)
})
