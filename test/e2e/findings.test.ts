import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { calibrationText } from '../../main/calibration-text.ts'
import { provideBrowser } from '../../scanner/browser/provide.ts'
import { calibrate, type CalibrationResult } from '../../scanner/calibrate.ts'

/** A handful, so that it fits into a test; `tagtrail calibrate --only findings` scans all of them. */
const SITES = [
  'finding-well-behaved',
  'finding-always-on',
  'finding-late-refusal',
  'finding-advanced-consent-mode',
  'finding-disguised',
  'trap-session-cookie',
  'trap-cookieless-analytics',
  'trap-blocked-by-policy',
  'trap-late-answer',
]

let folder: string
let result: CalibrationResult

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tagtrail-findings-'))
  result = await calibrate({
    parts: ['findings'],
    sites: new RegExp(`^(${SITES.join('|')})$`),
    sitesAtOnce: 3,
    folder,
    browser: await provideBrowser(),
    toolVersion: 'test',
    knowledgeVersion: 'test',
    clock: { now: () => new Date(), monotonic: () => performance.now() },
    randomHex: (bytes) => randomBytes(bytes).toString('hex'),
    signal: new AbortController().signal,
  })
  console.log(calibrationText(result))
}, 300_000)

afterAll(() => rm(folder, { recursive: true, force: true }))

test('everything expected is found, and nothing else fails', () => expect(result.faults).toEqual([]))

test('enough is expected to mean something', () => {
  const found = result.calibration.findings.reduce((sum, { matched }) => sum + matched, 0)
  expect(found).toBeGreaterThanOrEqual(60)
})
