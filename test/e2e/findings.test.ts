import { beforeAll, expect, test } from 'vitest'
import type { CalibrationResult } from '../../scanner/calibrate.ts'
import { calibratedOn } from './calibrated.ts'

/** A handful, so that it fits into a test; `tagtrail calibrate --only findings` scans all of them. */
const SITES = [
  'finding-well-behaved',
  'finding-always-on',
  'finding-late-refusal',
  'trap-advanced-consent-mode',
  'finding-disguised',
  'trap-session-cookie',
  'trap-cookieless-analytics',
  'trap-blocked-by-policy',
  'trap-late-answer',
]

let result: CalibrationResult

beforeAll(async () => {
  result = await calibratedOn('findings', SITES)
}, 300_000)

test('everything expected is found, and nothing else fails', () => expect(result.faults).toEqual([]))

test('enough is expected to mean something', () => {
  const found = result.calibration.findings.reduce((sum, { matched }) => sum + matched, 0)
  expect(found).toBeGreaterThanOrEqual(60)
})
