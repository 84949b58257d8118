import { describe, expect, test } from 'vitest'
import { formats } from '../../scanner/reports/index.ts'
import type { ReportInput } from '../../scanner/reports/report-format.ts'
import { isReport } from '../../scanner/store/layout.ts'
import { hostileReport } from '../scanner/reports/hostile.ts'
import { sampleReport } from '../scanner/reports/sample.ts'

/** What every report format keeps to. */

const sample = sampleReport()
const inputs: readonly (readonly [string, ReportInput])[] = [
  ['a usual scan', sample],
  ['several runs', sampleReport({ runs: 3 })],
  ['a hostile site', hostileReport(sample)],
  ['a scan that saw nothing', nothingSeen(sample)],
  ['a bundle whose observations are lost', { ...sample, observations: new Map() }],
]

test('ids and extensions are unlike each other', () => {
  expect(new Set(formats.map(({ id }) => id)).size).toBe(formats.length)
  expect(new Set(formats.map(({ extension }) => extension)).size).toBe(formats.length)
})

describe.each(formats.map((format) => [format.id, format] as const))('%s', (_, format) => {
  test('its file is known as a report, so that the seal of a bundle leaves it out', () => {
    expect(isReport(`report.${format.extension}`)).toBe(true)
  })

  test.each(inputs)('it renders %s, and twice the same', (_name, report) => {
    const text = format.render(report)
    expect(text.length).toBeGreaterThan(100)
    expect(text.endsWith('\n')).toBe(true)
    expect(format.render(report)).toBe(text)
  })

  test('it leaves what it was given as it was', () => {
    const before = structuredClone(sample)
    format.render(sample)
    expect(sample).toEqual(before)
  })

  test('it speaks of what was not covered', () => {
    for (const sentence of sample.assessment.coverage.notCovered) expect(format.render(sample)).toContain(sentence)
  })
})

function nothingSeen(report: ReportInput): ReportInput {
  const { assessment } = report
  return {
    ...report,
    assessment: {
      ...assessment,
      states: assessment.states.map((state) => ({
        ...state,
        verdict: 'inconclusive',
        because: 'no page was reached',
        proof: [],
      })),
      matrix: [],
      sightings: [],
      findings: [],
      coverage: { ...assessment.coverage, visits: [], gaps: [] },
    },
    observations: new Map(),
    gaps: [],
    manifestSha256: null,
    sealedBy: null,
    clock: null,
  }
}
