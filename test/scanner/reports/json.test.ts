import { expect, test } from 'vitest'
import { json } from '../../../scanner/reports/json.ts'
import { assessment as assessmentSchema } from '../../../scanner/store/schemas/assessment.ts'
import { sampleReport } from './sample.ts'

const report = sampleReport()
const text = json.render(report)

test('it is the assessment as its schema says, and beside it what people decided: here nothing', () => {
  expect(JSON.parse(text)).toEqual({ ...report.assessment, rulings: [] })
  expect(assessmentSchema.parse(JSON.parse(text))).toEqual(report.assessment)
})

test('a ruling names the findings that it bears on, and changes none of them', () => {
  const [finding] = report.assessment.findings
  const ruling = {
    site: report.assessment.scan.site,
    about: finding?.key ?? '',
    decision: 'compliant',
    until: null,
    comment: '',
    by: 'A. Diaz',
    at: '2026-11-21T10:00:00.000Z',
    expired: false,
  } as const
  const gone = { ...ruling, about: 'F01|no-choice|nobody|gone' }
  const told = JSON.parse(json.render({ ...report, rulings: [ruling, gone] }))
  expect(told.findings).toEqual(report.assessment.findings)
  expect(told.rulings).toEqual([
    { ...ruling, findings: [ruling.about] },
    { ...gone, findings: [] },
  ])
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
