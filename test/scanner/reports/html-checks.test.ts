import { expect, test } from 'vitest'
import { html } from '../../../scanner/reports/html.ts'
import type { Finding, LegalReading } from '../../../scanner/model.ts'
import { sampleReport } from './sample.ts'

const NO_LAW = 'No law of the Union asks for a link to opt out of a sale.'
const settled: LegalReading = {
  jurisdiction: 'eu',
  reading: 'settled',
  counts: true,
  outcome: 'not-applicable',
  severity: 'medium',
  law: [],
  note: NO_LAW,
}

const tableOf = (change: Partial<Finding>): string => {
  const report = sampleReport()
  const [finding] = report.assessment.findings
  if (finding === undefined) throw new Error('the sample holds no finding')
  const findings = [{ ...finding, outcome: 'not-applicable' as const, summary: 'No link was seen.', ...change }]
  return html.render({ ...report, assessment: { ...report.assessment, findings } })
}

test('what a law does not ask is told before what was seen of it', () => {
  expect(tableOf({ readings: [settled] })).toContain(`${NO_LAW} Seen: No link was seen.`)
})

test('without such a law what was seen stands alone', () => {
  const page = tableOf({ readings: [{ ...settled, note: '' }] })
  expect(page).toContain('No link was seen.')
  expect(page).not.toContain('Seen: No link')
})
