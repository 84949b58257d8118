import { expect, test } from 'vitest'
import { json } from '../../../scanner/reports/json.ts'
import { assessment as assessmentSchema } from '../../../scanner/store/schemas/assessment.ts'
import { sampleReport } from './sample.ts'

const report = sampleReport()
const text = json.render(report)

test('it is the assessment as its schema says, and beside it what people decided, here nothing, and what led to the evidence', () => {
  const { calibration, rulings, causes, ...rest } = JSON.parse(text)
  expect(rest).toEqual(report.assessment)
  expect(calibration).toEqual(report.calibration)
  expect(rulings).toEqual([])
  expect(Object.keys(causes).toSorted()).toEqual([...report.causes.keys()].toSorted())
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

test('how well the instrument was known to do stands beside it', () => {
  const calibration = {
    at: '2026-11-21T16:00:00.000Z',
    versions: { tool: '1', knowledge: 'k', browser: 'Chrome/156.0' },
    facts: [],
    banners: [],
    findings: [{ of: 'F01', matched: 9, missing: 0, invented: 0 }],
    wrongWayClicks: 0,
    falselyProven: 0,
  }
  expect(JSON.parse(json.render({ ...report, calibration })).calibration).toEqual(calibration)
})

test('the way to a piece of evidence is told in words, with its request and the observations on it', () => {
  const page = { kind: 'document', name: 'https://shop.example/', vendor: null, line: null } as const
  const pixel = { kind: 'request', name: 'https://x.example/p', vendor: 'X', line: 12 } as const
  const stored = { kind: 'cookie', name: 'uid', vendor: 'X', line: null } as const
  const causes = new Map([
    [
      'o3',
      [
        { ...page, observationId: 'o1', requestId: '1.1' },
        { ...pixel, observationId: 'o2', requestId: '1.2' },
        { ...stored, observationId: 'o3', requestId: null },
      ],
    ],
  ])
  expect(JSON.parse(json.render({ ...report, causes })).causes).toEqual({
    o3: { trail: 'page line 12 -> request 1.2 -> uid', requestId: '1.2', chain: ['o1', 'o2', 'o3'] },
  })
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
