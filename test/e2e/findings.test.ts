import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { beforeAll, describe, expect, test } from 'vitest'
import type { CalibrationResult } from '../../scanner/calibrate.ts'
import { jurisdictions } from '../../scanner/jurisdictions/index.ts'
import { findingSites } from '../../scanner/lab/findings/index.ts'
import { findingPlan } from '../../scanner/lab/findings/plan.ts'
import { startLab } from '../../scanner/lab/server.ts'
import type { Assessment } from '../../scanner/model.ts'
import { calibratedOn } from './calibrated.ts'

/** A handful, so that it fits into a test; `tagtrail calibrate --only findings` scans all of them. */
const SITES = [
  'finding-well-behaved',
  'finding-always-on',
  'finding-late-refusal',
  'finding-container',
  'finding-disguised',
  'unclear-bot-wall',
  'trap-advanced-consent-mode',
  'trap-cookieless-analytics',
  'trap-blocked-by-policy',
  'trap-late-answer',
]

describe('on sites whose truth is known', () => {
  let result: CalibrationResult

  beforeAll(async () => {
    result = await calibratedOn('findings', SITES)
  }, 300_000)

  test('everything expected is found, and nothing else fails', () => expect(result.faults).toEqual([]))

  test('enough is expected to mean something', () => {
    const found = result.calibration.findings.reduce((sum, { matched }) => sum + matched, 0)
    expect(found).toBeGreaterThanOrEqual(90)
  })
})

describe('a site that needs no consent, under every legal order', () => {
  const ids = jurisdictions.map(({ id }) => id)
  let printed = ''
  let report = ''
  let assessment: Assessment

  beforeAll(async () => {
    const site = findingSites.find(({ id }) => id === 'trap-session-cookie')
    if (site === undefined) throw new Error('the lab has no site that needs no consent')
    const lab = await startLab({ findings: [site] })
    const folder = await mkdtemp(join(tmpdir(), 'tagtrail-innocent-'))
    const plan = join(folder, 'plan.json')
    const out = join(folder, 'scan')
    await writeFile(plan, JSON.stringify({ ...findingPlan(lab, site), jurisdictions: ids }))
    const cli = join(import.meta.dirname, '..', '..', 'main', 'cli.ts')
    // Ends with another code than 0 as soon as there is anything to act on.
    const ran = await promisify(execFile)(process.execPath, [cli, 'scan', plan, '--out', out])
    await lab.close()
    printed = ran.stdout
    report = wordsOf(await readFile(join(out, 'report.html'), 'utf8'))
    assessment = JSON.parse(await readFile(join(out, 'assessment.json'), 'utf8')) as Assessment
    await rm(folder, { recursive: true })
  }, 120_000)

  test('gets no finding, and leaves nothing for a person to decide', () => {
    const asked = assessment.findings.filter(({ outcome }) => outcome === 'fail' || outcome === 'unclear')
    expect(asked.map(({ key, summary }) => `${key}: ${summary}`)).toEqual([])
    expect(assessment.findings.filter(({ outcome }) => outcome === 'pass').length).toBeGreaterThan(10)
  })

  test.each(ids)('nor does it under the law of %s', (id) => {
    const readings = assessment.findings.flatMap((finding) => finding.readings)
    const own = readings.filter(({ jurisdiction }) => jurisdiction === id)
    expect(own.length).toBeGreaterThan(0)
    expect(own.filter(({ outcome }) => outcome !== 'pass' && outcome !== 'not-applicable')).toEqual([])
  })

  test('its report says so, and what was not covered', () => {
    expect(report).toContain('0 findings to act on, 0 for a person to decide')
    expect(report).toContain('No check found anything to act on in what could be observed.')
    expect(report).toContain('Not covered')
    expect(printed).toContain('No findings in what could be seen.')
    expect(printed).not.toContain('Unclear')
  })

  test('nothing in it reads as a grade or an accusation', () => {
    for (const text of [report, printed]) {
      expect(text).not.toMatch(/\b(?:scores?|grades?|rating|rated|ranking|stars?)\b|\d ?\/ ?(?:10|100)\b|\d ?%/i)
      expect(text).not.toMatch(/illegal|unlawful|violat|infring|breach|non-?compliant|offen[cs]e|must be fined/i)
    }
  })
})

/** What a reader of a page reads. */
function wordsOf(html: string): string {
  const text = html.replaceAll(/<(script|style)[^]*?<\/\1>/g, ' ').replaceAll(/<[^>]*>/g, ' ')
  return text.replaceAll(/\s+/g, ' ')
}
