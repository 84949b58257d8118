import { expect, test } from 'vitest'
import { de } from '../../../scanner/jurisdictions/de.ts'
import { eu } from '../../../scanner/jurisdictions/eu.ts'
import { usCa } from '../../../scanner/jurisdictions/us-ca.ts'
import { loadKnowledge } from '../../../scanner/knowledge/load.ts'
import type { StandingRuling } from '../../../scanner/model.ts'
import { json } from '../../../scanner/reports/json.ts'
import { assess } from '../../../scanner/scan.ts'
import { assessment as schema } from '../../../scanner/store/schemas/assessment.ts'
import { largeEvidence, readAgain } from '../../evidence/large-evidence.ts'

const evidence = largeEvidence(2_000)
const judged = (of = evidence) => assess(of, { knowledge: loadKnowledge(), jurisdictions: [eu, de, usCa] })

test('the same evidence gives the same assessment, byte by byte, also after it was read again', () => {
  const first = JSON.stringify(judged())
  expect(first.length).toBeGreaterThan(10_000)
  expect(JSON.stringify(judged())).toBe(first)
  expect(JSON.stringify(judged(readAgain(evidence)))).toBe(first)
})

test('judging changes nothing in the evidence', () => {
  const before = JSON.stringify(evidence)
  judged()
  expect(JSON.stringify(evidence)).toBe(before)
})

test('an assessment under several orders is of the public shape, and each finding has a reading of each order', () => {
  const assessment = judged()
  expect(schema.parse(assessment)).toEqual(assessment)
  expect(
    json.render({
      assessment,
      rulings: [] as readonly StandingRuling[],
      causes: new Map(),
    } as unknown as Parameters<typeof json.render>[0]),
  ).toContain('"us-ca"')
  for (const { readings } of assessment.findings)
    expect([...new Set(readings.map(({ jurisdiction }) => jurisdiction))]).toEqual(['eu', 'de', 'us-ca'])
})
